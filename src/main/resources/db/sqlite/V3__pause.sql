-- Until when an action that was tried in vain is not tried again, whatever makes its resource due.

ALTER TABLE resource ADD COLUMN paused_action TEXT;
ALTER TABLE resource ADD COLUMN paused_until INTEGER;
