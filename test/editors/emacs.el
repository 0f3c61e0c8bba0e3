;;; emacs.el --- visits a draft in Emacs  -*- lexical-binding: t -*-
;;; Waits for the findings, applies the planned fixes, saves, and writes down what it saw.
(require 'eglot)
(require 'markdown-mode)

(defun stet-read (path)
  (with-temp-buffer
    (insert-file-contents path)
    (json-parse-buffer :object-type 'plist :array-type 'list)))

(defvar stet-plan (stet-read (getenv "STET_PLAN")))
(defvar stet-seen (getenv "STET_SEEN"))

(defun stet-place (position)
  (let ((place (eglot--pos-to-lsp-position position)))
    (format "%d:%d" (plist-get place :line) (plist-get place :character))))

(defun stet-line (diagnostic)
  (let ((sent (alist-get 'eglot-lsp-diag (eglot--diag-data diagnostic))))
    (format "%s-%s %d %s %s"
            (stet-place (flymake-diagnostic-beg diagnostic))
            (stet-place (flymake-diagnostic-end diagnostic))
            (plist-get sent :severity) (plist-get sent :code) (plist-get sent :message))))

;; Between an edit and the server's answer, diagnostics may lie beyond the end of the text.
(defun stet-shown ()
  (ignore-errors (sort (mapcar #'stet-line (flymake-diagnostics)) #'string<)))

(defun stet-wait (condition)
  (with-timeout ((/ (plist-get stet-plan :patience) 1000.0))
    (while (not (funcall condition))
      (accept-process-output nil 0.02))))

(defun stet-wait-for (expected)
  (stet-wait (lambda () (equal (stet-shown) expected)))
  (apply #'vector (stet-shown)))

(defun stet-text ()
  (buffer-substring-no-properties (point-min) (point-max)))

(defun stet-apply (step)
  (goto-char (eglot--lsp-position-to-point (plist-get step :at)))
  (let* ((actions (append (eglot-code-actions (point) (point)) nil))
         (titles (mapcar (lambda (action) (plist-get action :title)) actions))
         (action (seq-find (lambda (action) (equal (plist-get action :title) (plist-get step :title))) actions)))
    (when action
      (eglot--apply-workspace-edit (plist-get action :edit)))
    ;; Idle timers, which tell the server of edits, don't run in batch.
    (eglot--signal-textDocument/didChange)
    (list :offered (apply #'vector titles)
          :text (stet-text)
          :findings (stet-wait-for (plist-get step :findings)))))

(setq eglot-sync-connect t
      eglot-autoshutdown t
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      create-lockfiles nil)
(add-to-list 'eglot-server-programs (cons '(text-mode markdown-mode) (plist-get stet-plan :command)))

(find-file (plist-get stet-plan :path))
(apply #'eglot (eglot--guess-contact))
(let* ((findings (stet-wait-for (plist-get stet-plan :findings)))
       (steps (mapcar #'stet-apply (plist-get stet-plan :steps))))
  (save-buffer)
  (with-temp-file stet-seen
    (insert (json-serialize (list :findings findings :steps (apply #'vector steps))))))
