" SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"
" What docs/editors.md tells a user of Vim with ALE; the build directory comes
" from $BUILD. Report() then prints what ALE shows for the file that is open.

set nocompatible
filetype plugin on
packadd! ale
let g:ale_linters_explicit = 1
let g:ale_linters = {'c': ['clangtidy']}
let g:ale_c_clangtidy_executable = 'pagesplit-tidy'
let g:ale_c_clangtidy_checks = []
let g:ale_c_clangtidy_extra_options = '--header-filter=^$'
let g:ale_c_build_dir = $BUILD

let g:linted = 0
autocmd User ALELintPost let g:linted = 1

function! Report() abort
  ALELint
  let l:left = 3000
  while !g:linted && l:left > 0
    sleep 100m
    let l:left -= 1
  endwhile
  " The list is filled from a timer.
  sleep 1
  call writefile(map(getloclist(0),
        \ {_, item -> printf('%d:%d: %s: %s', item.lnum, item.col, item.type,
        \   item.text)}), '/dev/stdout')
  quitall!
endfunction
