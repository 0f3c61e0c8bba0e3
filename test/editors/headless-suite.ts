import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyDrafts } from './drafts'
import { linesOf, planVisit } from './findings'
import { visitHeadless } from './headless'

/** One visit to each draft; `argumentsFor` says how the editor is told to open it and to run its script. */
export const visitAll = (command: string, argumentsFor: (path: string) => readonly string[]): void => {
  const { folder, drafts } = copyDrafts()

  describe.each(drafts)('%s', (name) => {
    it('shows the findings of the command line, is mended by code actions, and saved', () => {
      const visit = planVisit(join(folder, name))
      const seen = visitHeadless(visit, command, argumentsFor(visit.path))
      expect(seen.findings).toEqual(linesOf(visit.findings))
      for (const [index, step] of visit.steps.entries()) {
        expect(seen.steps[index]?.offered).toContain(step.title)
        expect(seen.steps[index]?.text).toBe(step.text)
        expect(seen.steps[index]?.findings).toEqual(linesOf(step.findings))
      }
      expect(readFileSync(visit.path, 'utf8')).toBe(visit.steps.at(-1)?.text ?? visit.text)
    })
  })
}
