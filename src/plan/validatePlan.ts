import { cellKey, columnNumber, formatCell, formatRange, parseCell, parseRange } from '../cells/address';
import { parseAmount, type Scale } from '../cells/amount';
import { quoted } from '../cells/quoted';
import { FIRST_YEAR, LAST_YEAR } from '../cells/year';
import { Refusal, type RefusalCode } from '../engine/refusal';
import type { RatioPlaces, Unit } from '../engine/term';
import { sepOrSimpleAnswers, type Answer, type AnswerDetails, type Plan, type Source } from './plan';
import { kindNames } from './kinds';
import { persons, roleNames, type Person, type Role } from './roles';

/**
 * Reads one plan or a list of plans from JSON. A key that is not known is an error, for a misspelled one would otherwise
 * be passed over in silence; so is a person and year that two plans ask for.
 */
export function validatePlan(json: unknown): Plan[] {
  const list = Array.isArray(json) ? json : [json];
  if (list.length === 0) throw refusal('MISSING', 'plan', '[]', 'one plan or more', 'The list holds no plan.');
  const plans = list.map((item: unknown, index) => planFrom(item, Array.isArray(json) ? `plan[${index}]` : 'plan'));
  const seen = new Set<string>();
  for (const { person, year } of plans) {
    for (const one of typeof year === 'number' ? [year] : year) {
      const form = `${person} ${one}`;
      if (seen.has(form)) {
        throw refusal('CONTRADICTION', 'plan', form, 'each person and year once', `Person ${person} and year ${one} stand in two plans; put all sources into one.`);
      }
      seen.add(form);
    }
  }
  return plans;
}

type Json = Readonly<Record<string, unknown>>;

const planKeys = ['person', 'name', 'year', 'rounding', 'ratioPlaces', 'sources', 'answers', 'sepOrSimple'];
const sourceKeys = ['role', 'range', 'sheet', 'owner', 'ownerColumn', 'owners', 'note'];
const answerKeys = ['amount', 'owner', 'year', 'role', 'column', 'counts', 'scale', 'deducted', 'kind', 'converted', 'late', 'contributionBasis', 'conversionBasis'];
const scales: readonly Scale[] = [1, 1000];
const units: readonly Unit[] = ['dollars', 'cents'];
const places: readonly RatioPlaces[] = ['exact', 3, 4, 5, 6, 7, 8, 9, 10];
const plainAnswers = ['include', 'exclude', 'zero'] as const satisfies readonly Answer[];

function planFrom(json: unknown, where: string): Plan {
  const plan = objectFrom(json, where, planKeys);
  return {
    person: oneOf(required(plan, 'person', where), persons, `${where}.person`),
    name: plan.name === undefined || plan.name === '' ? '' : textFrom(plan.name, `${where}.name`),
    year: yearsFrom(required(plan, 'year', where), `${where}.year`),
    rounding: plan.rounding === undefined ? 'dollars' : oneOf(plan.rounding, units, `${where}.rounding`),
    ratioPlaces: plan.ratioPlaces === undefined ? 'exact' : oneOf(plan.ratioPlaces, places, `${where}.ratioPlaces`),
    sources: sourcesFrom(required(plan, 'sources', where), `${where}.sources`),
    answers: plan.answers === undefined ? {} : answersFrom(plan.answers, `${where}.answers`),
    ...(plan.sepOrSimple === undefined ? {} : { sepOrSimple: oneOf(plan.sepOrSimple, sepOrSimpleAnswers, `${where}.sepOrSimple`) }),
  };
}

function yearsFrom(json: unknown, where: string): number | readonly number[] {
  if (!Array.isArray(json)) return yearFrom(json, where);
  if (json.length === 0) throw refusal('MISSING', where, '[]', 'a year', `"${where}" names no year.`);
  const years = json.map((year: unknown, index) => yearFrom(year, `${where}[${index}]`));
  const twice = years.find((year, index) => years.indexOf(year) !== index);
  if (twice !== undefined) throw refusal('CONTRADICTION', where, String(twice), 'each year once', `"${where}" names ${twice} twice.`);
  return years;
}

function yearFrom(json: unknown, where: string): number {
  if (typeof json === 'number' && Number.isInteger(json) && json >= FIRST_YEAR && json <= LAST_YEAR) return json;
  const limit = `${FIRST_YEAR} to ${LAST_YEAR}`;
  throw refusal('NOT_A_YEAR', where, shown(json), limit, `"${where}" is ${shown(json)}; write a tax year from ${limit} as a number.`);
}

function sourcesFrom(json: unknown, where: string): readonly Source[] {
  if (!Array.isArray(json)) throw refusal('NOT_A_CHOICE', where, shown(json), 'a list', `"${where}" is ${shown(json)}; write a list of sources.`);
  if (json.length === 0) throw refusal('MISSING', where, '[]', 'a source', `"${where}" names no range; select at least one.`);
  return json.map((source: unknown, index) => sourceFrom(source, `${where}[${index}]`));
}

function sourceFrom(json: unknown, where: string): Source {
  const source = objectFrom(json, where, sourceKeys);
  const role = roleFrom(required(source, 'role', where), `${where}.role`);
  const range = textFrom(required(source, 'range', where), `${where}.range`);
  const sheet = source.sheet === undefined ? undefined : textFrom(source.sheet, `${where}.sheet`);
  if (sheet !== undefined && range.includes('!')) {
    throw refusal('CONTRADICTION', where, range, 'the sheet once', `"${where}" names its sheet twice: in "sheet" and in "range"; leave one out.`);
  }
  return {
    role,
    range: formatRange(parseRange(range, sheet)),
    ...(source.owner === undefined ? {} : { owner: oneOf(source.owner, persons, `${where}.owner`) }),
    ...(source.ownerColumn === undefined ? {} : { ownerColumn: columnFrom(source.ownerColumn, `${where}.ownerColumn`) }),
    ...(source.owners === undefined ? {} : { owners: ownersFrom(source.owners, `${where}.owners`) }),
    ...(source.note === undefined ? {} : { note: textFrom(source.note, `${where}.note`) }),
  };
}

/** "activity" is what some call a ledger. */
const roleFrom = (json: unknown, where: string): Role => (json === 'activity' ? 'ledger' : oneOf(json, roleNames, where));

function columnFrom(json: unknown, where: string): string {
  if (typeof json === 'string' && columnNumber(json) !== null) return json.toUpperCase();
  throw refusal('NOT_A_CHOICE', where, shown(json), 'A to XFD', `"${where}" is ${shown(json)}; write the letters of a sheet column, for example "A".`);
}

function ownersFrom(json: unknown, where: string): Readonly<Record<string, Person | 'ignore'>> {
  const owners = plainObject(json, where);
  return Object.fromEntries(Object.entries(owners).map(([column, owner]) =>
    [columnFrom(column, where), oneOf(owner, [...persons, 'ignore'] as const, `${where}.${column}`)]));
}

function answersFrom(json: unknown, where: string): Readonly<Record<string, Answer>> {
  const answers = new Map<string, [string, Answer]>();
  for (const [written, answer] of Object.entries(plainObject(json, where))) {
    const cell = parseCell(written);
    if (answers.has(cellKey(cell))) {
      throw refusal('CONTRADICTION', where, written, 'each cell once', `"${where}" answers for ${formatCell(cell)} twice; leave one answer.`);
    }
    answers.set(cellKey(cell), [formatCell(cell), answerFrom(answer, `${where}[${formatCell(cell)}]`)]);
  }
  return Object.fromEntries(answers.values());
}

function answerFrom(json: unknown, where: string): Answer {
  if (typeof json === 'string') return oneOf(json, plainAnswers, where);
  const details = objectFrom(json, where, answerKeys);
  const { amount, owner, year, role, column, counts, scale, deducted, kind, converted, late, contributionBasis, conversionBasis } = details;
  if (Object.keys(details).length === 0) throw refusal('MISSING', where, '{}', answerKeys.join(', '), `"${where}" answers nothing; give one of ${answerKeys.join(', ')}.`);
  const answer: AnswerDetails = {
    ...(amount === undefined ? {} : { amount: amountFrom(amount, `${where}.amount`) }),
    ...(owner === undefined ? {} : { owner: oneOf(owner, persons, `${where}.owner`) }),
    ...(year === undefined ? {} : { year: yearFrom(year, `${where}.year`) }),
    ...(role === undefined ? {} : { role: roleFrom(role, `${where}.role`) }),
    ...(column === undefined ? {} : { column: textFrom(column, `${where}.column`) }),
    ...(counts === undefined ? {} : { counts: truthFrom(counts, `${where}.counts`) }),
    ...(scale === undefined ? {} : { scale: oneOf(scale, scales, `${where}.scale`) }),
    ...(deducted === undefined ? {} : { deducted: partFrom(deducted, `${where}.deducted`) }),
    ...(kind === undefined ? {} : { kind: oneOf(kind, kindNames, `${where}.kind`) }),
    ...(converted === undefined ? {} : { converted: partFrom(converted, `${where}.converted`) }),
    ...(late === undefined ? {} : { late: partFrom(late, `${where}.late`) }),
    ...(contributionBasis === undefined ? {} : { contributionBasis: partFrom(contributionBasis, `${where}.contributionBasis`) }),
    ...(conversionBasis === undefined ? {} : { conversionBasis: partFrom(conversionBasis, `${where}.conversionBasis`) }),
  };
  return answer;
}

function amountFrom(json: unknown, where: string): string {
  const reading = parseAmount(json);
  if (reading.kind === 'amount') return reading.amount.toString();
  throw refusal('NOT_AN_AMOUNT', where, shown(json), 'dollars and cents', `"${where}" is ${shown(json)}; write an amount in dollars, for example "6500.00".`);
}

/** A part of an amount, which cannot be below nothing. */
function partFrom(json: unknown, where: string): string {
  const amount = amountFrom(json, where);
  if (!amount.startsWith('-')) return amount;
  throw refusal('NEGATIVE', where, amount, 'at least 0', `"${where}" is ${amount}; write it as a positive amount.`);
}

function required(json: Json, key: string, where: string): unknown {
  if (json[key] !== undefined) return json[key];
  throw refusal('MISSING', `${where}.${key}`, 'nothing', `"${key}"`, `"${where}" lacks "${key}".`);
}

function objectFrom(json: unknown, where: string, known: readonly string[]): Json {
  const object = plainObject(json, where);
  const unknownKey = Object.keys(object).find((key) => !known.includes(key));
  if (unknownKey === undefined) return object;
  throw refusal('NOT_A_CHOICE', where, unknownKey, known.join(', '), `"${where}" has the unknown key ${quoted(unknownKey)}; the known keys are ${known.join(', ')}.`);
}

function plainObject(json: unknown, where: string): Json {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json;
  throw refusal('NOT_A_CHOICE', where, shown(json), 'an object', `"${where}" is ${shown(json)}; write an object in braces.`);
}

function oneOf<Choice extends string | number>(json: unknown, choices: readonly Choice[], where: string): Choice {
  const choice = choices.find((one) => one === json);
  if (choice !== undefined) return choice;
  throw refusal('NOT_A_CHOICE', where, shown(json), choices.join(', '), `"${where}" is ${shown(json)}; the choices are ${choices.join(', ')}.`);
}

function truthFrom(json: unknown, where: string): boolean {
  if (typeof json === 'boolean') return json;
  throw refusal('NOT_A_CHOICE', where, shown(json), 'true, false', `"${where}" is ${shown(json)}; the choices are true, false.`);
}

function textFrom(json: unknown, where: string): string {
  if (typeof json === 'string' && json.trim() !== '') return json;
  throw refusal('NOT_A_CHOICE', where, shown(json), 'text', `"${where}" is ${shown(json)}; write text.`);
}

function shown(json: unknown): string {
  if (typeof json === 'string') return quoted(json);
  if (Array.isArray(json)) return 'a list';
  return typeof json === 'object' && json !== null ? 'an object' : String(json);
}

const refusal = (code: RefusalCode, argument: string, value: string, limit: string, text: string): Refusal => new Refusal(code, argument, value, limit, text);
