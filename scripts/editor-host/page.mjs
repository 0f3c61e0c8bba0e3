/** The page in which VS Code for the Web runs. */

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.accessibilitySupport': 'off',
}

/** `folder` and `open` are paths in the memory of the page: `/samples`, `/samples/council.txt`. */
export const workbenchPage = ({ authority, folder, open, settings }) => {
  const inMemory = (path) => ({ scheme: 'memory', authority: '', path })
  const served = (path) => ({ scheme: 'http', authority, path })
  const options = {
    folderUri: inMemory(folder),
    additionalBuiltinExtensions: [served('/memory-files'), served('/extension')],
    configurationDefaults: { ...SETTINGS, ...settings },
    defaultLayout: { editors: open === undefined ? [] : [{ uri: inMemory(open) }], force: true },
    productConfiguration: {
      nameShort: 'VS Code for the Web',
      nameLong: 'VS Code for the Web, with Stet',
      enableTelemetry: false,
      extensionsGallery: undefined,
    },
  }
  const json = JSON.stringify(options).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Stet</title>
<link rel="icon" href="/extension/media/icon.png">
<link rel="stylesheet" href="/vscode/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label="">
<script src="/vscode/out/vs/loader.js"></script>
<script src="/vscode/out/vs/webPackagePaths.js"></script>
<script>
for (const name of Object.keys(webPackagePaths)) {
  webPackagePaths[name] = location.origin + '/vscode/node_modules/' + name + '/' + webPackagePaths[name]
}
require.config({ baseUrl: location.origin + '/vscode/out', paths: webPackagePaths })
</script>
<script src="/vscode/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/vscode/out/vs/workbench/workbench.web.main.js"></script>
<script>
require(['vs/workbench/workbench.web.main'], (workbench) => {
  const options = ${json}
  options.workspaceProvider = {
    workspace: { folderUri: workbench.URI.revive(options.folderUri) },
    trusted: true,
    open: async () => false,
  }
  for (const editor of options.defaultLayout.editors) editor.uri = workbench.URI.revive(editor.uri)
  workbench.create(document.body, options)
})
</script>
</body>
</html>
`
}
