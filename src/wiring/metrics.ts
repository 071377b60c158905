import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Counter, Histogram, register } from 'prom-client';
import type { Config } from './config.ts';

/*
 * What is measured, for Prometheus. No label holds a name, an address or a municipality. The command and the pages are two bundles in
 * one process that share prom-client's register, so each measurement is made once and found afterwards.
 */

type Labels<Name extends string> = Readonly<Record<Name, string | number>>;

const requests = () =>
	find('fremdrift_http_request_duration_seconds') ??
	new Histogram({
		name: 'fremdrift_http_request_duration_seconds',
		help: 'Time to answer a request, by route',
		labelNames: ['method', 'route', 'status'],
		buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
	});
const mails = () =>
	find('fremdrift_mails_total') ??
	new Counter({ name: 'fremdrift_mails_total', help: 'Mails by what became of them', labelNames: ['outcome'] });
const jobs = () =>
	find('fremdrift_job_duration_seconds') ??
	new Histogram({
		name: 'fremdrift_job_duration_seconds',
		help: 'Time that a run of a job took, by how it ended',
		labelNames: ['job', 'outcome'],
		buckets: [0.01, 0.1, 1, 10, 60, 300],
	});

/** Notes how long a request took; `route` is its pattern, never its address. */
export function observeRequest(labels: Labels<'method' | 'route' | 'status'>, seconds: number): void {
	(requests() as Histogram).observe(labels, seconds);
}

/** Notes what became of mails. */
export function countMails(outcomes: Readonly<Record<string, number>>): void {
	for (const [outcome, count] of Object.entries(outcomes)) (mails() as Counter).inc({ outcome }, count);
}

/** Notes a run of a job. */
export function observeJob(labels: Labels<'job' | 'outcome'>, seconds: number): void {
	(jobs() as Histogram).observe(labels, seconds);
}

/** Lets those read the measurements who may: everybody where they are open, else who shows the token as `Bearer …`. */
export function openMetrics({ open, token }: Config['metrics']) {
	const mayRead = (authorization: string | null) => open || (token !== null && isSame(authorization ?? '', `Bearer ${token}`));
	return async (authorization: string | null) => (mayRead(authorization) ? readMetrics() : null);
}

/** Everything measured so far, as Prometheus reads it. */
export async function readMetrics(): Promise<{ readonly contentType: string; readonly text: string }> {
	// They measure the process itself, from the first time somebody asks.
	if (!find('process_cpu_seconds_total')) collectDefaultMetrics();
	return { contentType: register.contentType, text: await register.metrics() };
}

function isSame(left: string, right: string): boolean {
	const [one, other] = [Buffer.from(left), Buffer.from(right)];
	return one.length === other.length && timingSafeEqual(one, other);
}

function find(name: string) {
	return register.getSingleMetric(name);
}
