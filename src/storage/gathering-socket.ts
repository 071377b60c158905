import { Socket } from 'node:net';

/**
 * A connection to the database that sends what is asked in one turn of the event loop as one packet. A transaction's opening and its first
 * statements then cost one write and wake the server once, which is most of what a small statement costs.
 */
export function openGatheringSocket(): Socket {
	const socket = new Socket();
	// Node puts its own `write` back when a socket connects.
	socket.once('connect', () => {
		const write = socket.write.bind(socket) as (...passed: unknown[]) => boolean;
		let isGathering = false;
		const send = () => {
			isGathering = false;
			socket.uncork();
		};
		socket.write = (...passed: unknown[]): boolean => {
			if (!isGathering) {
				isGathering = true;
				socket.cork();
				process.nextTick(send);
			}
			return write(...passed);
		};
	});
	return socket;
}
