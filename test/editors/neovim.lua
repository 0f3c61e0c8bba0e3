-- Visits a draft in Neovim: waits for the findings, applies the planned fixes, saves, and writes down what it saw.
local function read(path)
  return vim.fn.json_decode(table.concat(vim.fn.readfile(path), '\n'))
end

local plan = read(vim.env.STET_PLAN)
local seen = { steps = {} }

local client = vim.lsp.start_client({ name = 'stet', cmd = plan.command, root_dir = plan.folder })
vim.lsp.buf_attach_client(0, client)

-- Neovim counts bytes; the protocol counts UTF-16 code units.
local function utf16(line, byte)
  local text = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1] or ''
  local _, units = vim.str_utfindex(text, math.min(byte, #text))
  return units
end

local function shown()
  local lines = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code) or ''
    table.insert(lines, string.format('%d:%d-%d:%d %d %s %s', d.lnum, utf16(d.lnum, d.col), d.end_lnum,
      utf16(d.end_lnum, d.end_col), d.severity, code, d.message))
  end
  table.sort(lines)
  return lines
end

local function wait_for(expected)
  vim.wait(plan.patience, function() return vim.deep_equal(shown(), expected) end, 20)
  return shown()
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

seen.findings = wait_for(plan.findings)

for _, step in ipairs(plan.steps) do
  local offered = {}
  local chosen = false
  vim.ui.select = function(actions, options, on_choice)
    for index, action in ipairs(actions) do
      local title = options.format_item(action)
      table.insert(offered, title)
      if title == step.title and not chosen then
        chosen = true
        on_choice(action, index)
      end
    end
  end
  local line = vim.api.nvim_buf_get_lines(0, step.at.line, step.at.line + 1, false)[1]
  vim.api.nvim_win_set_cursor(0, { step.at.line + 1, vim.str_byteindex(line, step.at.character, true) })
  vim.lsp.buf.code_action()
  vim.wait(plan.patience, function() return text() == step.text end, 20)
  table.insert(seen.steps, { offered = offered, text = text(), findings = wait_for(step.findings) })
end

vim.cmd('write')
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.STET_SEEN)
vim.cmd('qall!')
