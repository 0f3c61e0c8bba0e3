import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generatedFiles, withSettings } from '../../server/docs/generated'

describe('what is made from the definitions in code is up to date (npm run generate)', () => {
  for (const [file, content] of Object.entries(generatedFiles())) {
    test(file, () => expect(fs.readFileSync(file, 'utf8')).toBe(content))
  }

  test('the settings in package.json', () => {
    const manifest = fs.readFileSync('package.json', 'utf8')
    expect(withSettings(manifest)).toBe(manifest)
  })
})
