# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# For sed -n: the lines of memdesc-page-field-access without what clangd changes:
# it begins with a capital, points at the begin of what would be replaced, and
# says that there is a fix.
s/ (fix\(es\)\? available)//
s/^.*\.c:\([0-9]*\):[0-9]*: warning: [aA]ccess/\1 access/p
