/** The one page on which a slider moves a picture: it brings script, and works without. */
export const csr = true;
