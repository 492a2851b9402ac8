import { gzipSync } from 'node:zlib';

/** Tables for the walks; the same every time. */

/** Whole numbers from 0 to `limit - 1`. */
type Draw = (limit: number) => number;

function draws(seed: number): Draw {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;
const two = (n: number): string => String(n).padStart(2, '0');

const GIVEN = ['Jürgen', 'Anna', 'Lea', 'Björn', 'Sabine', 'Uwe', 'Katrin', 'Felix', 'Heike', 'Jonas'];
const FAMILY = ['Müller', 'Schmidt', 'Groß', 'Fischer', 'Weiß', 'Becker', 'Schäfer', 'Koch', 'Wolf'];
const TOWNS = [
  ['10115', 'Berlin'],
  ['20095', 'Hamburg'],
  ['50667', 'Köln'],
  ['80331', 'München'],
  ['01067', 'Dresden'],
] as const;

/** A German bank account with right check digits. */
function iban(draw: Draw): string {
  const account = `37040044${String(draw(10_000)).padStart(4, '0')}${String(draw(1_000_000)).padStart(6, '0')}`;
  // D = 13, E = 14; the check digits stand as 00 while they are worked out.
  const rest = [...`${account}131400`].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return `DE${two(98 - rest)}${account}`;
}

const ascii = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ü', 'ue')
    .replaceAll('ö', 'oe')
    .replaceAll('ä', 'ae')
    .replaceAll('ß', 'ss');

/** Customers as a German spreadsheet writes them: semicolons, decimal commas, days first. */
export function customers(rows: number): string {
  const draw = draws(7);
  const lines = [
    'Kundennr;Vorname;Nachname;E-Mail;Telefon;IBAN;Geburtsdatum;PLZ;Ort;Umsatz;Status',
  ];
  for (let row = 0; row < rows; row++) {
    const [given, family] = [pick(draw, GIVEN), pick(draw, FAMILY)];
    const [postcode, town] = pick(draw, TOWNS);
    lines.push(
      [
        100_000 + row * 3,
        given,
        family,
        `${ascii(given)}.${ascii(family)}${row}@example.org`,
        `+49 30 ${String(2_000_000 + draw(7_999_999))}`,
        iban(draw),
        `${two(1 + draw(28))}.${two(1 + draw(12))}.${1940 + draw(65)}`,
        postcode,
        town,
        `${draw(9000)},${two(draw(100))}`,
        pick(draw, ['aktiv', 'ruhend', 'gekündigt']),
      ].join(';'),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Readings of many sensors: nothing in it is about people; tab separated and packed. */
export function sensors(rows: number, columns: number): Buffer {
  const draw = draws(11);
  const names = Array.from({ length: columns }, (_, i) => `sensor_${String(i + 1).padStart(3, '0')}`);
  const lines = [names.join('\t')];
  for (let row = 0; row < rows; row++) {
    const base = draw(1000);
    lines.push(names.map((_, i) => ((base + draw(200) + i) / 10).toFixed(1)).join('\t'));
  }
  return gzipSync(`${lines.join('\n')}\n`);
}

/** A small list as offices pass it on: words above it, another encoding, marks for no value. */
export function members(): Buffer {
  const draw = draws(13);
  const lines = [
    'Mitgliederliste Schwimmverein Grün-Weiß',
    'Stand: März 2024',
    '',
    'Mitglied;Größe (cm);Beitrag;Beigetreten',
  ];
  for (let row = 0; row < 60; row++) {
    lines.push(
      [
        `${pick(draw, GIVEN)} ${pick(draw, FAMILY)}`,
        row % 9 === 4 ? 'k.A.' : 150 + draw(50),
        `${5 + draw(20)},50 €`,
        `${two(1 + draw(28))}.${two(1 + draw(12))}.${2000 + draw(24)}`,
      ].join(';'),
    );
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`.replaceAll('€', 'EUR'), 'latin1');
}
