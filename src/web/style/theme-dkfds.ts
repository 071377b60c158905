import type { AtRule, Plugin, Root, Rule } from 'postcss';

/** The parts of Det Fælles Designsystem that the pages use; everything else is left out of the style sheet. */
const kept =
	/^(\.sr-only|\.button(?![\w-]*group)|\.alert|\.form-(label|hint|error-message|input|select|group|checkbox|radio|error)|\.breadcrumbs|\.back-link|\.tag|\.badge|input|button|select|textarea|fieldset|legend|\[hidden\]|\[type=|html$|\*|hr|::-webkit-file|input\[type)/;
const dropped =
	/back-to-top|button-hover|button-active|\.focus\b|alert-close|date-|function-link|accordion|icon-svg|form-limit|tooltip|\.disabled\b|number/;

/** The design system's fixed colours, and the custom property of the theme that each becomes. */
const themed: Readonly<Record<string, string>> = {
	'#1a1a1a': 'var(--ink)',
	'#454545': 'var(--accent)',
	'#707070': 'var(--ink-soft)',
	'#8e8e8e': 'var(--line-strong)',
	'#bfbfbf': 'var(--line)',
	'#dcdcdc': 'var(--line)',
	'#f5f5f5': 'var(--ground)',
	'#cc0000': 'var(--wrong)',
	'#ddf7ce': 'var(--good-ground)',
	'#358000': 'var(--good)',
	'#ffeecc': 'var(--warning-ground)',
	'#febb30': 'var(--warning)',
	'#ffe0e0': 'var(--wrong-ground)',
	'#e2f2fb': 'var(--note-ground)',
	'#1b86c3': 'var(--note)',
};

/**
 * Style sheet step for `dkfds`: keeps the components that the pages use and turns the fixed colours into the theme's custom properties,
 * which gives each municipality its accent and the dark mode. Other style sheets pass through unchanged.
 */
export function themeDkfds(): Plugin {
	return {
		postcssPlugin: 'theme-dkfds',
		Once(root) {
			root.walkRules((rule) => {
				if (isFromDkfds(rule)) keepRule(rule);
			});
			root.walkAtRules((rule) => {
				if (isFromDkfds(rule) && (rule.name === 'font-face' || isEmpty(rule))) rule.remove();
			});
			root.walkDecls((declaration) => {
				if (isFromDkfds(declaration)) declaration.value = themeValue(declaration.prop, declaration.value);
			});
		},
	};
}

function keepRule(rule: Rule): void {
	const selectors = rule.selectors.filter((selector) => kept.test(selector) && !dropped.test(selector));
	if (selectors.length === 0 || isPrint(rule.parent)) rule.remove();
	else rule.selectors = selectors;
}

function themeValue(property: string, value: string): string {
	const coloured = value.replace(/#[0-9a-f]{6}\b/gi, (colour) => themed[colour.toLowerCase()] ?? colour);
	// White is the page behind things, and the text on filled buttons.
	return coloured.replace(/(?<![\w-])white(?![\w-])/g, property === 'color' ? 'var(--on-accent)' : 'var(--page)');
}

function isFromDkfds(node: { source?: { input: { file?: string } } }): boolean {
	return node.source?.input.file?.includes('/dkfds/') ?? false;
}

// Print has its own style sheet here.
function isPrint(parent: Rule['parent']): boolean {
	return parent?.type === 'atrule' && /print/.test((parent as AtRule).params);
}

function isEmpty(rule: AtRule | Root): boolean {
	return rule.nodes?.length === 0;
}
