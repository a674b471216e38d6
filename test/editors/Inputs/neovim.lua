-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
-- What docs/editors.md tells a user of Neovim, with the build directory from
-- $BUILD. Report() prints what Neovim shows for the file that is open.

local client = vim.lsp.start_client({
  name = 'pagesplit-clangd',
  cmd = { 'pagesplit-clangd', '--background-index=false',
    '--compile-commands-dir=' .. vim.env.BUILD },
  root_dir = vim.fn.getcwd(),
})

function Report()
  vim.lsp.buf_attach_client(0, client)
  vim.wait(300000, function() return #vim.diagnostic.get(0) > 0 end, 100)
  for _, shown in ipairs(vim.diagnostic.get(0)) do
    io.write(string.format('%d:%d: %s [%s]\n', shown.lnum + 1, shown.col + 1,
      shown.message, shown.code or ''))
  end
  vim.lsp.stop_client(client)
  vim.cmd('quitall!')
end
