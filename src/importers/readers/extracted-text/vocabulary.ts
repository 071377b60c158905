import type { DraftField } from '#domain/followup/draft-initiative.ts';

/*
 * Words that a cell of a closed column can hold, without spaces and in lower case, because extraction breaks words anywhere.
 * They only find where cells begin and end. What they mean is decided later, in one place for all formats.
 */

const ongoing =
	'(?:ikke|ej|endnuikke|delvist?|løbende)?igang(?:sat|værende)?|(?:ikke|ej|delvist?)?(?:påbegyndt|påbörjad|opstartet|startet|iværksat)|pågående';
const planned =
	'(?:i|under)?(?:planlægning|planlegging|planering)(?:s?fasen?|sstadiet?)?|under(?:udførelse|opstart|forberedelse|udarbejdelse)';
const paused = '(?:aktuelt|midlertidigt|er|sat|stillet)?ibero|(?:sat)?påpause|udsat|udskudt|afventer|pausad';
const done = '(?:afsluttet|gennemført|færdig|udført|realiseret|opfyldt|implementeret|fullført|avslutad|avsluttet)(?:planmæssigt)?';
const english = '(?:partlyin|in)progress|notstarted|onhold|completed|planning|ongoing';
const statePart = `(?:${[ongoing, planned, paused, done, english].join('|')})`;

/** How far the work is; two may stand together ("Delvist i gang / Planlægningsfase"). */
export const stateWords = new RegExp(`^${statePart}(?:(?:[/,;&+–-]|og)${statePart})*$`, 'u');

/** Rank in the planning period. */
export const priorityWords =
	/^(?:(?:planlagt|ikke|ej|delvist?|højt|lavt)?(?:prioriteret|prioritert)|(?:planerad|ej|inte)?prioriterad|(?:planned|not)?prioriti[sz]ed|(?:høj|mellem|middel|lav)(?:prioritet)?)$/u;

/** A start date, as text or as the name of a month or quarter. */
export const dateWords =
	/^(?:\d{1,2}-\p{L}{3,9}\.?-\d{2,4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:\d{1,2}\.?)?\p{L}{3,9}\.?(?:19|20)\d{2}|(?:19|20)\d{2}|q[1-4](?:19|20)\d{2}|[1-4]\.?kvartal(?:19|20)\d{2})$/u;

/** A colour, as the only word of its cell. */
export const colourWord = /^(?:grøn|gul|rød|hvid|lyserød|grønn|hvit|rosa|grön|röd|vit|green|yellow|red|white|pink)$/iu;

/** First words of a cell about the calculated reduction. */
export const co2Words =
	/^(?:ikke|ej|delvist?|not|inte)?(?:beregnet|beräknad|calculated)[.,:;]?$|^(?:understøttende|støttende|stödjande|supporting)[.,:;]?$/u;

/** Words that show that a text is about money. */
export const moneyWords = /budget|bevilling|pulje|finansier|\bmidler\b|\bramme|gebyr|økonomi|lånegaranti|\bkr\.?\b|investering/iu;

/** Headings of such a table, without spaces and in lower case, longest reading first. */
export const headingWords: readonly { readonly field: DraftField; readonly words: RegExp }[] = [
	{ field: 'number', words: /^(?:nr\.?|nummer|løbenr\.?|no\.?|#|id)$/u },
	{
		field: 'title',
		words: /^(?:indsats(?:er|område)?|tiltag|aktivitet|handling|initiativ|projekt|titel|navn|insats|åtgärd|initiative|action|measure)$/u,
	},
	{ field: 'sector', words: /^(?:sektor|område|emne|tema|felt|spor|sector|område)$/u },
	{ field: 'startDate', words: /^(?:start|startdato|starttidspunkt|opstart|opstartsdato|igangsættelse|startdatum|startdate)$/u },
	{ field: 'state', words: /^(?:igangsat\??|stade|tilstand|fase|status|status-?igangsættelse|state)$/u },
	{
		field: 'priority',
		words:
			/^(?:(?:prioritering)?(?:i)?planperioden?(?:\d{4}[-–]\d{2,4})?|priorit(?:et|ering|eret|y)(?:i?planperioden?)?(?:\d{4}[-–]\d{2,4})?)$/u,
	},
	{ field: 'progress', words: /^(?:status[-–:]?)?(?:planmæssigfremdrift|fremdrift(?:ifølgeplan|ift\.plan)?|progress)$/u },
	{
		field: 'fulfilment',
		words: /^(?:status[-–:]?)?(?:målsætning(?:er)?(?:ogeffekt)?|målopfyldelse|opfyldelseafmål|målogeffekt|fulfilment)$/u,
	},
	{ field: 'remark', words: /^(?:fremdrift[-–:]?|status[-–:]?)?(?:bemærkning(?:er)?|kommentar(?:er)?|beskrivelse|remarks?)$/u },
	{ field: 'budget', words: /^(?:budget(?:relation)?|økonomi|finansiering|ekonomi)$/u },
	{
		field: 'responsible',
		words:
			/^(?:(?:hoved)?ansvarlig(?:e)?(?:aktør|center|fagcenter|enhed|forvaltning)?(?:[-–:/]?(?:fagcenter|forvaltning|enhed|afdeling))?|fagcenter|forvaltning|tovholder|ansvar(?:ig)?|responsible)$/u,
	},
	{ field: 'co2Relation', words: /^(?:co2[-–]?(?:relation|effekt|reduktion|beregning)?|klimaeffekt)$/u },
];
