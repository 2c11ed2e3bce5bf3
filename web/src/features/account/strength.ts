// Which passwords are good enough, before anything is sent: the twin of services/user/domain/password.cpp, which has the last word.
// Both are held to password_cases.json there. What the list of common passwords says is given.

export type Verdict = "short" | "long" | "simple" | "common" | "personal";
export type Strength = 0 | 1 | 2 | 3;

/** Whom the password is for; whose words do not make one. */
export interface Person {
  email?: string | undefined;
  name?: string | undefined;
  roles?: readonly string[] | undefined;
  organisations?: readonly unknown[] | undefined;
}

const longestBytes = 256;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;
const charactersOf = (text: string) => [...text].length;

/** Staff needs more. */
export const fewestOf = ({ roles = [], organisations = [] }: Person): number => (organisations.length > 0 || roles.some((role) => role !== "customer") ? 15 : 12);

/** The same text however it was typed. */
export const normalised = (password: string): string => password.normalize("NFKC");

/** Lower case; letters and digits of ASCII and whole characters beyond it. "Pass-Word 1234" is "password1234". */
export const folded = (text: string): string => text.replace(/[A-Z]/g, (c) => c.toLowerCase()).replace(/[\0-/:-`{-\x7f]/g, "");

/** Without the digits around it, which are what people add first: a year, 123, a telephone number. */
const coreOf = (plain: string): string => plain.replace(/^[0-9]+|[0-9]+$/g, "");

/** What the list of common passwords is asked for; one of them there is enough. */
export function lookUps(password: string): string[] {
  const plain = folded(normalised(password));
  return [...new Set([plain, coreOf(plain)])];
}

function wordsOf({ email = "", name = "" }: Person): string[] {
  const at = email.lastIndexOf("@");
  const host = at < 0 ? "" : email.slice(at + 1).split(".")[0]!;
  const plainName = normalised(name);
  return ["gelora", "password", "katasandi", ...[at < 0 ? email : email.slice(0, at), host, plainName, ...plainName.split(" ")].map(folded)]
    .filter((word) => bytesOf(word) >= 4)
    .sort((a, b) => bytesOf(b) - bytesOf(a));
}

/** The characters that are left without the person's words and runs of digits such as a year. */
function ownPart(plain: string, person: Person): number {
  let text = plain;
  for (const word of wordsOf(person)) while (text.includes(word)) text = text.replace(word, "");
  return charactersOf(text === plain ? text : text.replace(/[0-9]/g, ""));
}

/** Why the password is refused; nothing when it may be used. `listed`: the list has one of its lookUps(). */
export function verdictOf(password: string, person: Person, listed: boolean, fewest = fewestOf(person)): Verdict | undefined {
  const text = normalised(password);
  if (bytesOf(text) > longestBytes) return "long";
  if (charactersOf(text) < fewest) return "short";
  if (new Set(text).size < 5) return "simple";
  const plain = folded(text);
  if (listed || charactersOf(coreOf(plain)) < 4) return "common";
  return ownPart(plain, person) < 4 ? "personal" : undefined;
}

/** How hard a password without a verdict is to guess, roughly: length counts most. */
export function strengthOf(password: string): Strength {
  const text = normalised(password);
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(text)).length;
  const length = charactersOf(text);
  return length >= 18 || (length >= 14 && kinds >= 3) ? 3 : 2;
}
