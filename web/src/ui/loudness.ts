// How large a name may be set so that its longest word still fits: in hundredths of its container's width.

const letterWidth = 0.58; // of the narrow, heavy capitals, in em; generous, so that nothing breaks within a word

export function loudness(text: string, most = 24, room = 88): number {
  const longest = Math.max(...text.split(/\s+/).map((word) => word.length), 4);
  return Math.min(most, room / (letterWidth * longest));
}
