// Signs in with a passkey, or adds one. There is no way without script: the browser alone can ask the device.
// Kept as plain JavaScript because the file is served as it stands.

const base = '/login/api/passkey';

/** @param {string} text */
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
/** @param {ArrayBuffer} buffer */
const toText = (buffer) =>
	btoa(String.fromCharCode(...new Uint8Array(buffer)))
		.replace(/\+/g, '-')
		.replace(/\//g, '_')
		.replace(/=+$/, '');
/** @param {{ id: string }[]} [keys] */
const readKeys = (keys) => keys?.map((key) => ({ ...key, id: toBytes(key.id) }));

/**
 * @param {string} path
 * @param {object} [body]
 */
async function ask(path, body) {
	const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	const response = await fetch(base + path, { credentials: 'same-origin', ...sent });
	if (!response.ok) throw new Error(String(response.status));
	return response.json();
}

/**
 * @param {PublicKeyCredential} credential
 * @param {object} response
 */
function describe(credential, response) {
	const { id, rawId, type, authenticatorAttachment } = credential;
	return {
		id,
		rawId: toText(rawId),
		type,
		authenticatorAttachment,
		clientExtensionResults: credential.getClientExtensionResults(),
		response,
	};
}

async function signIn() {
	const options = await ask('/generate-authenticate-options');
	const publicKey = { ...options, challenge: toBytes(options.challenge), allowCredentials: readKeys(options.allowCredentials) };
	const credential = await navigator.credentials.get({ publicKey });
	if (!(credential instanceof PublicKeyCredential) || !(credential.response instanceof AuthenticatorAssertionResponse))
		throw new Error('no key');
	const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
	const response = {
		clientDataJSON: toText(clientDataJSON),
		authenticatorData: toText(authenticatorData),
		signature: toText(signature),
		...(userHandle && { userHandle: toText(userHandle) }),
	};
	await ask('/verify-authentication', { response: describe(credential, response) });
}

async function register() {
	const options = await ask('/generate-register-options');
	const publicKey = {
		...options,
		challenge: toBytes(options.challenge),
		user: { ...options.user, id: toBytes(options.user.id) },
		excludeCredentials: readKeys(options.excludeCredentials),
	};
	const credential = await navigator.credentials.create({ publicKey });
	if (!(credential instanceof PublicKeyCredential) || !(credential.response instanceof AuthenticatorAttestationResponse))
		throw new Error('no key');
	const { clientDataJSON, attestationObject } = credential.response;
	const response = {
		clientDataJSON: toText(clientDataJSON),
		attestationObject: toText(attestationObject),
		transports: credential.response.getTransports?.() ?? [],
	};
	await ask('/verify-registration', { response: describe(credential, response) });
}

const works = { 'sign-in': signIn, register };

for (const [name, work] of Object.entries(works)) {
	const place = document.querySelector(`[data-passkey="${name}"]`);
	if (!(place instanceof HTMLElement) || !window.PublicKeyCredential) continue;
	const button = place.querySelector('button');
	const failed = place.querySelector('[data-passkey="failed"]');
	place.hidden = false;
	button?.addEventListener('click', async () => {
		button.disabled = true;
		failed?.setAttribute('hidden', '');
		try {
			await work();
			location.assign(place.dataset.to || '/');
		} catch {
			failed?.removeAttribute('hidden');
			button.disabled = false;
		}
	});
}
