import { describe, expect, it } from 'vitest';
import { limitClaims, listClaims, listDecidedRoles, listGivenRoles, readClaim, type ClaimRules } from './claims.ts';

const rules: ClaimRules = {
	municipalities: ['0340'],
	claim: 'groups',
	roles: { 'klima-koordinator': 'coordinator', 'klima-admin': 'administrator', 'klima-svar': 'owner' },
};
const list = (profile: Record<string, unknown>, change: Partial<ClaimRules> = {}) => listClaims({ ...rules, ...change }, profile);

describe('what an identity provider says', () => {
	it('is the most powerful role of the groups it gives', () => {
		expect(list({ groups: ['klima-svar', 'klima-koordinator', 'andet'] })).toEqual(['0340:coordinator']);
		expect(list({ groups: 'klima-svar klima-admin' })).toEqual(['0340:administrator']);
	});

	it('is at most an owner where it decides and gives none of its groups', () => {
		for (const profile of [{}, { groups: [] }, { groups: ['andet'] }, { groups: 7 }, { groups: ['constructor', '__proto__'] }]) {
			const claims = list(profile);
			expect(readClaim(claims, '0340')).toBe('owner');
			expect(listGivenRoles(claims)).toEqual([]);
		}
	});

	it('is found inside other claims, and under a name with dots', () => {
		expect(list({ realm_access: { roles: ['klima-admin'] } }, { claim: 'realm_access.roles' })).toEqual(['0340:administrator']);
		expect(list({ 'https://example.org/roles': ['klima-admin'] }, { claim: 'https://example.org/roles' })).toEqual(['0340:administrator']);
	});

	it('leaves roles to what is stored where it maps none, and counts nowhere else', () => {
		const claims = list({ groups: ['klima-admin'] }, { claim: null, municipalities: ['0340', '0151'] });
		expect(claims).toEqual(['0340:*', '0151:*']);
		expect(readClaim(claims, '0151')).toBe('as stored');
		expect(readClaim(claims, '0101')).toBe('none');
		expect(readClaim(null, '0101')).toBe('as stored');
		expect(readClaim([], '0101')).toBe('none');
		expect(listGivenRoles(claims)).toEqual([]);
	});

	it('limits other ways in to an owner where it decides, and says nothing of other municipalities', () => {
		expect(limitClaims(null, [])).toBeNull();
		const byLink = limitClaims(null, ['0340']);
		expect(readClaim(byLink, '0340')).toBe('owner');
		expect(readClaim(byLink, '0151')).toBe('as stored');
		expect(listDecidedRoles(byLink ?? [])).toEqual([{ municipalityCode: '0340', role: 'owner', isGiven: false }]);
		// Another provider that leaves roles to us gives none of those either; one that gives a role itself does.
		expect(limitClaims(['0340:*', '0151:*'], ['0340'])).toEqual(['0340:owner?', '0151:*']);
		expect(limitClaims(['0340:coordinator'], ['0340'])).toEqual(['0340:coordinator']);
	});
});
