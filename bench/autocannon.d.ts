// The package has no types of its own; this is what the benchmark uses of it.
declare module 'autocannon' {
	export type Options = {
		readonly url: string;
		readonly connections: number;
		readonly duration: number;
		readonly headers?: Readonly<Record<string, string>>;
	};
	export type Result = {
		readonly requests: { readonly average: number; readonly total: number };
		readonly '2xx': number;
		readonly non2xx: number;
		readonly errors: number;
		readonly duration: number;
	};
	export interface Instance extends PromiseLike<Result> {
		on(event: 'response', listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void): this;
	}
	export default function autocannon(options: Options): Instance;
}
