import type { Resolved } from './resolve'

const MOST = 3
/** How many quotations away a speaker may be. */
const FARTHEST = 100
/** Last words of names that are no person's: nobody is called "Department" for short. */
const ORGANISATIONS =
  /(?:^|\s)(?:Department|Board|Council|Committee|Commission|Ministry|Agency|Authority|Office|Party|Police|Court|Times|Post|News|Journal|Institute|University|Company|Corporation|Group|Union|Association|Bank|Service|House|Bureau|Association|Foundation|Society|Trust|Press|Herald|Guardian|Government|Inc|Ltd|States|Kingdom|Report|Center|Centre|Organization|Organisation)$/

/**
 * The speakers whom the draft names, as an attribution there would call them: whoever spoke just before comes first,
 * and a person goes by the surname once the full name has stood.
 */
export function candidatesFor(finding: Resolved, all: readonly Resolved[], index: number): string[] {
  const near = all.slice(Math.max(0, index - FARTHEST), index + FARTHEST)
  const named = near.filter(({ source }) => source?.name && source.speaker)
  const before = named.filter(({ source }) => source!.speaker!.start < finding.start).reverse()
  const after = named.filter(({ source }) => source!.speaker!.start >= finding.start)
  const names: string[] = []
  const surnames = new Set<string>()
  for (const { source } of [...before, ...after]) {
    const name = source!.name!
    const surname = surnameOf(name)
    if (surnames.has(surname)) continue
    surnames.add(surname)
    names.push(source!.speaker!.start < finding.start ? surname : (fullName(surname, named) ?? name))
    if (names.length === MOST) break
  }
  return names
}

const surnameOf = (name: string): string => (ORGANISATIONS.test(name) ? name : name.split(' ').at(-1)!)

function fullName(surname: string, named: readonly Resolved[]): string | undefined {
  return named
    .map(({ source }) => source!.name!)
    .find((name) => surnameOf(name) === surname && name !== surname)
}
