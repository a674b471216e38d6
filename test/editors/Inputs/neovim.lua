-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
-- What docs/editors.md tells a user of Neovim, with the build directory from
-- $BUILD. Report() prints what Neovim shows for the file that is open; Fix() also
-- goes to a line, takes the code action with this title, and saves the file.

local client = vim.lsp.start_client({
  name = 'pagesplit-clangd',
  cmd = { 'pagesplit-clangd', '--background-index=false',
    '--compile-commands-dir=' .. vim.env.BUILD },
  root_dir = vim.fn.getcwd(),
})

local function wait_for(what)
  vim.wait(300000, what, 100)
end

local function report()
  vim.lsp.buf_attach_client(0, client)
  wait_for(function() return #vim.diagnostic.get(0) > 0 end)
  for _, shown in ipairs(vim.diagnostic.get(0)) do
    io.write(string.format('%d:%d: %s [%s]\n', shown.lnum + 1, shown.col + 1,
      shown.message, shown.code or ''))
  end
end

local function leave()
  vim.lsp.stop_client(client)
  vim.cmd('quitall!')
end

function Report()
  report()
  leave()
end

function Fix(line, title)
  report()
  local choice = 'nothing offered'
  vim.ui.select = function(items, options, choose)
    choice = 'no such title'
    for number, item in ipairs(items) do
      if options.format_item(item):find(title, 1, true) then
        choice = options.format_item(item)
        choose(item, number)
      end
    end
  end
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  vim.lsp.buf.code_action()
  vim.wait(60000, function() return vim.bo.modified or choice == 'no such title' end)
  io.write(choice .. '\n')
  vim.cmd('silent write!')
  leave()
end
