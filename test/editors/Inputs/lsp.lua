-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
-- What docs/editors.md tells a user of Neovim, with the build directory from
-- $BUILD. Then Report() prints what Neovim shows for the file that is open, and
-- Fix(LINE, TITLE) takes a code action and saves the file.

local function start()
  local client = vim.lsp.start_client({
    name = 'pagesplit-clangd',
    cmd = { 'pagesplit-clangd', '--compile-commands-dir=' .. vim.env.BUILD },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
end

local function report()
  vim.wait(300000, function() return #vim.diagnostic.get(0) > 0 end, 100)
  for _, shown in ipairs(vim.diagnostic.get(0)) do
    io.write(string.format('%d:%d: %s %s [%s]\n', shown.lnum + 1, shown.col + 1,
      shown.source, shown.message, shown.code))
  end
end

start()
Report = report
