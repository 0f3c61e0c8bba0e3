/** Whether a text begins with a capital: "Hale", "Öst", and not "hale", "3" or "“". */
export function opensWithCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code >= A && code <= Z
  const initial = text.charAt(0)
  return initial !== initial.toLowerCase()
}

/** Whether a text begins with a letter that has a capital and isn't one: "hale", and not "Hale", "3", "“" or "東". */
export function opensInSmall(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code >= SMALL_A && code <= SMALL_Z
  const initial = text.charAt(0)
  return initial !== initial.toUpperCase()
}

const [A, Z] = [65, 90]
const [SMALL_A, SMALL_Z] = [97, 122]
