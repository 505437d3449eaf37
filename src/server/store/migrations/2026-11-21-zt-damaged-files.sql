-- Stored files are read again every night. One that changed on the disk is damaged: those who use it are told, and its facts come back when it does.
ALTER TABLE blobs ADD COLUMN read_at timestamptz;
ALTER TABLE blobs ADD COLUMN damaged_at timestamptz;
CREATE INDEX blobs_by_reading ON blobs (coalesce(read_at, stored_at));
ALTER TABLE materials ADD COLUMN sound_facts jsonb;
COMMENT ON COLUMN materials.sound_facts IS 'What was read of the file when it was sound; set while it is damaged.';
CREATE INDEX materials_by_content ON materials (sha256);
