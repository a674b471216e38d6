;;; eglot.el --- what docs/editors.md tells a user of Emacs -*- lexical-binding: t -*-
;;
;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
;;
;; The build directory comes from $BUILD; the file to open is the argument. Then
;; prints what Flymake shows.

(package-initialize)
(require 'eglot)
(require 'flymake)
(add-to-list 'eglot-server-programs
             `(c-mode . ("pagesplit-clangd" "--background-index=false"
                         ,(concat "--compile-commands-dir=" (getenv "BUILD")))))
(setq eglot-connect-timeout 300
      eglot-sync-connect t
      project-find-functions
      (list (lambda (_) (cons 'transient default-directory))))

(find-file (pop command-line-args-left))
(eglot-ensure)
(run-hooks 'post-command-hook)
(let ((left 3000))
  (while (and (> left 0) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (setq left (1- left))))
(dolist (shown (flymake-diagnostics))
  (princ (format "%d: %s\n"
                 (line-number-at-pos (flymake-diagnostic-beg shown))
                 (flymake-diagnostic-text shown))))
