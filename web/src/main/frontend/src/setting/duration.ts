/** Times as people say them: a number of minutes, hours or days. */
export const UNITS = { minutes: 60, hours: 3600, days: 86_400 } as const;

export type Unit = keyof typeof UNITS;

export interface Amount {
  readonly count: number;
  readonly unit: Unit;
}

const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

/** `PT1H30M` → 5400; what is no such time is 0. */
export function secondsOf(iso: string): number {
  const parts = ISO.exec(iso);
  if (parts === null) return 0;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return days * UNITS.days + hours * UNITS.hours + minutes * UNITS.minutes + seconds;
}

/** The largest unit of which it is a whole number. */
export function amountOf(iso: string): Amount {
  const seconds = secondsOf(iso);
  const unit = (['days', 'hours'] as const).find((it) => seconds > 0 && seconds % UNITS[it] === 0) ?? 'minutes';
  return { count: Math.round((seconds / UNITS[unit]) * 100) / 100, unit };
}

/** As the server writes it, so that a default is known again. */
export function isoOf(it: Amount): string {
  const seconds = Math.round(it.count * UNITS[it.unit]);
  const parts = [
    [Math.floor(seconds / UNITS.hours), 'H'],
    [Math.floor((seconds % UNITS.hours) / UNITS.minutes), 'M'],
    [seconds % UNITS.minutes, 'S'],
  ] as const;
  const text = parts.map(([count, letter]) => (count === 0 ? '' : `${count}${letter}`)).join('');
  return text === '' ? 'PT0S' : `PT${text}`;
}

export function spoken(iso: string): string {
  const { count, unit } = amountOf(iso);
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
