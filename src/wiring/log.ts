/** A line of the log: what happened and facts about it, never personal data. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number>>) => void;

/** Writes one JSON object a line, for machines to read. */
export function openLog(stream: { write(text: string): unknown }, now: () => Date = () => new Date()): Log {
	return (event, facts = {}) => void stream.write(`${JSON.stringify({ time: now().toISOString(), event, ...facts })}\n`);
}

/** For a person at a terminal, who is told in sentences instead. */
export const noLog: Log = () => undefined;
