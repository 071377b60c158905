// A figure beyond these is a slip of the pen or of a unit, wherever it is written: docs/method.md, section 1, has what they are held against.

/** Tonnes CO2e: the whole world emits some 6e10 a year. */
export const mostTonnes = 1e12;
/** An activity in any unit, or kroner: the world's energy in a year is some 6e14 MJ, its product some 7e14 kroner. */
export const mostFigure = 1e15;
/** Kilograms CO2e for each unit of an activity: the strongest gas of all, SF6, has 2.5e7 kg for each tonne. */
export const mostFactor = 1e9;
/** How many times something else a figure may be, such as heat for each unit of electricity. */
export const mostRatio = 1e6;
