import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

// A later block with the same rule replaces the earlier list, so every list of forbidden syntax is put together here.
const cprShape = '(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}-?[0-9]{4}';
const neverAnywhere = [
	{
		selector: `Literal[value=/(^|[^0-9])${cprShape}([^0-9]|$)/]`,
		message: 'A string with the shape of a CPR number does not belong in the code.',
	},
	{
		selector: `TemplateElement[value.raw=/(^|[^0-9])${cprShape}([^0-9]|$)/]`,
		message: 'A string with the shape of a CPR number does not belong in the code.',
	},
];
const neverInTests = [
	{
		selector: 'CallExpression > MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fixme)$/]',
		message: 'No test is singled out or switched off. Use skipIf with a reason where something outside the project may be missing.',
	},
];
const neverInDomain = [
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The domain is given the time, it does not ask for it.' },
	{ selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The domain is given the time.' },
	{ selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'The domain has no chance in it.' },
];
const notInDomain = ['console', 'process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'window', 'document'];
const tests = ['**/*.test.ts', 'test/**', 'e2e/**'];

export default tseslint.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'src/text/paraglide/',
			'data/',
			'node_modules/',
			'test-results/',
			'playwright-report/',
			'examples/',
		],
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	...tseslint.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: [] },
				extraFileExtensions: ['.svelte'],
				parser: tseslint.parser,
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			// TypeScript itself finds unknown names, also in types.
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
			'@typescript-eslint/no-import-type-side-effects': 'error',
			eqeqeq: 'error',
			'no-restricted-syntax': ['error', ...neverAnywhere],
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ group: ['../../*'], message: 'Across layers, write #layer/…; within a layer, ./ or ../' },
						{ group: ['svelte/store', '$app/stores'], message: 'State is a rune. Stores are what came before.' },
					],
				},
			],
			'max-lines': ['error', { max: 250 }],
			'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
			'max-depth': ['error', 4],
		},
	},
	{
		files: ['src/domain/**/*.ts'],
		rules: {
			'no-restricted-syntax': ['error', ...neverAnywhere, ...neverInDomain],
			'no-restricted-globals': ['error', ...notInDomain.map((name) => ({ name, message: 'The domain is pure.' }))],
			'max-lines-per-function': ['error', { max: 30, skipComments: true, skipBlankLines: true }],
			'max-depth': ['error', 3],
		},
	},
	{
		files: ['**/*.svelte'],
		rules: {
			'max-lines': ['error', { max: 200 }],
			// A component's script is one function to the linter.
			'max-lines-per-function': 'off',
			// Svelte assigns and reads these in the markup.
			'prefer-const': 'off',
			'svelte/prefer-const': 'error',
			// There are no stores to read wrongly, and to look for them in every expression is a quarter of the rules' time.
			'svelte/require-store-reactive-access': 'off',
			// Addresses are made in web/urls.ts and hold no base path: the site always lives at the root of its host.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: tests,
		rules: {
			'no-restricted-syntax': ['error', ...neverAnywhere, ...neverInTests],
			'no-restricted-globals': 'off',
			'no-restricted-imports': 'off',
			'max-lines': ['error', { max: 400 }],
			// `describe` holds a whole file of tests.
			'max-lines-per-function': 'off',
		},
	},
	{
		files: ['**/*.cjs'],
		languageOptions: { sourceType: 'commonjs' },
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
);
