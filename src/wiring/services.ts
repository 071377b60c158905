import type { Actor } from '#domain/access/policy.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { openDatabase } from '#storage/database.ts';
import type { Context } from '#usecases/context.ts';
import type { Config } from './config.ts';
import { getPublicAddress } from './public-address.ts';

/** Who acts for nobody in particular, in every municipality: jobs, and what a visitor's request sets going. History and log show it as `job`. */
export const job: Actor = { id: 'job', role: 'administrator', municipalityCode: null };

/** What is opened once and shared by all requests or the whole command. */
export type Services = {
	/** The context of one actor's use cases. */
	context(actor: Actor, tenant?: Context['tenant']): Context;
	close(): Promise<void>;
};

/** Opens everything the use cases need. @throws DomainError `config.database-missing` */
export async function openServices(config: Pick<Config, 'databaseUrl' | 'origin' | 'host' | 'port'>): Promise<Services> {
	if (!config.databaseUrl) throw new DomainError('invalid', 'config.database-missing');
	const database = await openDatabase({ url: config.databaseUrl });
	const address = getPublicAddress(config);
	const now = () => new Date();
	return {
		context: (actor, tenant) => ({ actor, database, address, now, ...(tenant && { tenant }) }),
		close: () => database.close(),
	};
}
