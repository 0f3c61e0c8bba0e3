/** Writes what is made from definitions in code: the checks' pages, the configuration page, the schema, the settings. */
import fs from 'node:fs'
import path from 'node:path'
import { load } from './load.mjs'

const { generatedFiles, withSettings } = await load('server/docs/generated.ts')

for (const [file, content] of Object.entries(generatedFiles())) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, content)
}
fs.writeFileSync('package.json', withSettings(fs.readFileSync('package.json', 'utf8')))
