-- 截止模式: how long before its end a campaign makes heavy work wait; 0: lifted.
ALTER TABLE campaigns ADD COLUMN deadline_mode_minutes int NOT NULL DEFAULT 120 CHECK (deadline_mode_minutes BETWEEN 0 AND 1440);

-- An extension is told to every unit by letter.
ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('issue','reminder','account','extension'));
