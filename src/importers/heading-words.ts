import type { DraftField } from '#domain/followup/draft-initiative.ts';

/** What a column of each field is called: Danish, English, Swedish, Norwegian. Case, spaces, hyphens and years do not count; commas part them. */
export const headingWords: Readonly<Record<DraftField, string>> = {
	number:
		'nr, nummer, indsats nr, indsatsnummer, indsats nummer, tiltag nr, tiltagsnummer, løbenr, løbenummer, id, #, no, number, ' +
		'initiative number, initiative no, action no, action number, measure no, ref, åtgärd nr, åtgärdsnummer, insats nr, ' +
		'tiltaksnummer, tiltak nr',
	section:
		'afsnit, kapitel, tema, indsatsområde, section, chapter, theme, avsnitt, kapittel, delplan, spor, insatsområde, ' + 'innsatsområde',
	title:
		'indsats, indsatser, tiltag, handling, initiativ, aktivitet, titel, indsatsens navn, indsatsens titel, navn på indsats, ' +
		'navn på tiltag, klimaindsats, klimatiltag, projekt, initiative, action, measure, title, name, navn, activity, project, ' +
		'initiative title, action title, åtgärd, insats, rubrik, namn, tiltak, tittel, beskrivelse af indsats',
	sector: 'sektor, sector, fagområde, emissionssektor, emission sector, bransche, sektor eller felt, felt',
	startDate:
		'startdato, start, startet, start dato, dato for start, dato for igangsættelse, igangsættelsesdato, igangsat dato, ' +
		'igangsat den, opstart, opstartsdato, begyndelse, start date, started on, begins, startdatum, påbörjad datum, startar, ' +
		'oppstart, oppstartsdato, påbegyndt dato, tidspunkt for igangsættelse',
	deadline:
		'frist, deadline, slutdato, slut dato, forventet afsluttet, forventet afslutning, afsluttes, afslutning, tidsfrist, ' +
		'gennemført senest, senest, due, due date, end date, end, slutdatum, sluttdato, klart senast, ferdig senest, sidste frist',
	state:
		'tilstand, status på igangsættelse, status på igangsættelsen, igangsættelse, igangsættelsesstatus, er indsatsen igangsat, ' +
		'gennemførelsesstatus, status for igangsættelse, state, implementation status, stage, phase, fase, fas, ' +
		'genomförandestatus, gjennomføringsstatus, igangsættelse status',
	priority:
		'prioritering, prioritet, planperiode, prioriteret, prioritet i planperioden, prioritering i planperioden, ' +
		'prioriteret i planperioden, prioriteringsklasse, priority, priority in the planning period, planning period, prioriterad, ' +
		'planperiod, prioritert',
	progress:
		'planmæssig fremdrift, status planmæssig fremdrift, status på planmæssig fremdrift, status på den planmæssige fremdrift, ' +
		'fremdriftsfarve, farve for fremdrift, status fremdrift, fremdrift status, fremdriftsstatus, progress against schedule, ' +
		'progress colour, progress status, schedule status, trafiklys, traffic light, status framsteg, framsteg, framdrift, ' +
		'framdriftsstatus, fremdrift farve',
	fulfilment:
		'målopfyldelse, status målopfyldelse, status på målopfyldelse, målsætning og effekt, status målsætning og effekt, ' +
		'målopfyldelsesgrad, opfyldelse af mål, goal fulfilment, goal fulfillment, fulfilment, fulfillment, target achievement, ' +
		'goal achievement, måluppfyllelse, måloppnåelse',
	remark:
		'bemærkning, bemærkninger, fremdrift bemærkning, bemærkning til fremdrift, kommentar, kommentarer, statusbeskrivelse, ' +
		'beskrivelse af status, beskrivelse af fremdrift, status bemærkning, statustekst, note, noter, remark, remarks, comment, ' +
		'comments, notes, status description, anmärkning, anmärkningar, merknad, merknader, kommentar til status, redegørelse',
	budget:
		'budgetrelation, budget, økonomi, finansiering, budget relation, relation til budget, økonomi og budget, budgetbemærkning, ' +
		'midler, ressourcer, funding, financing, finance, economy, budgetkoppling, ekonomi, budsjett, økonomi finansiering',
	responsible:
		'hovedansvarlig aktør, hovedansvarlig, hovedansvarlig aktør fagcenter, ansvarlig, ansvarlig aktør, ansvarligt center, ' +
		'fagcenter, ansvarlig forvaltning, ansvarlig afdeling, forankring, tovholder, ansvar, ansvarlig enhed, responsible, ' +
		'responsible party, responsible body, responsible department, owner, lead, lead department, ansvarig, huvudansvarig, ' +
		'ansvarig nämnd, hovedansvarlig enhet',
	co2Relation:
		'co2 relation, co2, co2relation, co2 beregning, co2 effekt, klimarelation, relation til co2, co2 reduktion, ' +
		'drivhusgasrelation, co2e, co2 calculation, co2 effect, emission relation, ghg relation, co2 beräkning, co2 koppling',
	sphere:
		'kommunens rolle, rolle, indflydelsessfære, sphere, sphere of influence, role, municipal role, the municipality s role, kommunens roll, roll, ' +
		'kommunens rådighed, rådighed',
	committee:
		'udvalg, politisk udvalg, ansvarligt udvalg, fagudvalg, stående udvalg, udvalgsområde, politisk forankring, committee, ' +
		'political committee, responsible committee, nämnd, utskott, utvalg, hovedutvalg',
	theme:
		'temaer, klimatema, klimatemaer, tværgående tema, tværgående temaer, visionens tema, visionstema, themes, cross cutting theme, ' +
		'teman, tvärgående tema, tverrgående tema',
	sdg:
		'verdensmål, verdensmålene, fn verdensmål, fn s verdensmål, fns verdensmål, verdensmål nr, relaterede verdensmål, fn mål, ' +
		'fn s mål, sdg, sdg er, sdgs, sdg mål, sdg nr, un goal, un goals, un sdg, un sdgs, sustainable development goal, ' +
		'sustainable development goals, globale mål, globala mål, globala målen, bærekraftsmål, fns bærekraftsmål',
	quantity: 'mængde, antal, quantity, kvantitet, mål i tal, måltal, amount, mængde og enhed, omfang',
};

/** Headings that are the section's, or the theme's where something else already says the section. */
export const themeOrSection: readonly string[] = ['tema', 'theme'];

/** Headings that say too little: what stands in the column decides, among these fields in this order. */
export const doubtfulHeadings: Readonly<Record<string, readonly DraftField[]>> = {
	status: ['state', 'progress', 'fulfilment', 'remark'],
	statusfarve: ['progress', 'fulfilment'],
	farve: ['progress', 'fulfilment'],
	farvekode: ['progress', 'fulfilment'],
	colour: ['progress', 'fulfilment'],
	color: ['progress', 'fulfilment'],
	färg: ['progress', 'fulfilment'],
	farge: ['progress', 'fulfilment'],
	fremdrift: ['progress', 'state', 'remark'],
	progress: ['progress', 'state', 'remark'],
	framskridt: ['progress', 'state', 'remark'],
	igangsat: ['state', 'startDate'],
	påbegyndt: ['state', 'startDate'],
	igangsatt: ['state', 'startDate'],
	påbörjad: ['state', 'startDate'],
	tidsplan: ['startDate', 'deadline'],
	dato: ['startDate', 'deadline'],
	date: ['startDate', 'deadline'],
	datum: ['startDate', 'deadline'],
	beskrivelse: ['remark'],
	description: ['remark'],
	beskrivning: ['remark'],
	mål: ['fulfilment'],
	målsætning: ['fulfilment'],
	område: ['section', 'sector'],
	kategori: ['section', 'sector'],
	category: ['section', 'sector'],
};
