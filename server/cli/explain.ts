import { CHECKS } from '../checks/registry'
import { checkPage } from '../docs/check-page'
import { Failure } from '../node/failure'

/** The documentation of checks, as their pages have it. */
export function explain(ids: readonly string[]): string {
  const wanted = ids.length ? ids : CHECKS.map(({ id }) => id)
  return wanted
    .map((id) => {
      const check = CHECKS.find((candidate) => candidate.id === id)
      if (!check)
        throw new Failure(`"${id}" is no check; there are ${CHECKS.map((known) => known.id).join(', ')}`)
      return checkPage(check)
    })
    .join('\n')
}
