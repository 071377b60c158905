import { readText } from '#web/read-form.ts';

/** What was typed about a person. */
export type TypedForm = {
	readonly name: string;
	readonly email: string;
	readonly role: string;
	readonly unit: string;
	readonly numbers: string;
};

/** The form of a person as it was typed. */
export function readPersonForm(form: FormData): TypedForm {
	const read = (name: string) => readText(form, name);
	return { name: read('name'), email: read('email'), role: read('role'), unit: read('unit'), numbers: read('numbers') };
}

/** The same as the use cases want it; numbers are parted by commas, semicolons or spaces. */
export function toPersonInput({ name, email, role, unit, numbers }: TypedForm) {
	return { name, email, role, unitId: unit === '' ? null : unit, numbers: numbers.split(/[\s,;]+/).filter((number) => number !== '') };
}
