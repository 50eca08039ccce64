/** A hint while a password is typed. The server decides, with dictionaries that no browser needs to load. */
export type Strength = 'too short' | 'weak' | 'fair' | 'good';

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];
const FAIR = 45;
const GOOD = 65;

export function strength(password: string, minimum: number): Strength {
  if (password.length < minimum) return 'too short';
  const bits = variety(password) * Math.log2(alphabet(password));
  if (bits < FAIR) return 'weak';
  return bits < GOOD ? 'fair' : 'good';
}

/** The length, counting a letter that continues a run or a row of the alphabet as little. */
function variety(password: string): number {
  let length = 0;
  for (let at = 0; at < password.length; at += 1) {
    const step = at === 0 ? 9 : password.charCodeAt(at) - password.charCodeAt(at - 1);
    length += Math.abs(step) <= 1 ? 0.2 : 1;
  }
  return Math.min(length, new Set(password).size * 1.5);
}

const alphabet = (password: string): number =>
  KINDS.reduce((sum, kind, index) => sum + (kind.test(password) ? ([26, 26, 10, 30][index] ?? 0) : 0), 2) ** 0.85;
