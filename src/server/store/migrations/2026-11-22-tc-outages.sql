-- 系统不可用记录: by the wall clock, whatever the demo clock says. No names and no addresses of anybody.
CREATE TABLE heartbeat (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), at timestamptz NOT NULL, run uuid NOT NULL);
CREATE TABLE outages (began_at timestamptz PRIMARY KEY, ended_at timestamptz NOT NULL CHECK (ended_at > began_at), reason text NOT NULL CHECK (reason IN ('databaseAway','restart')));
-- Requests that the product itself could not serve, by the minute.
CREATE TABLE refused_minutes (minute timestamptz NOT NULL, reason text NOT NULL CHECK (reason IN ('unavailable','storageFull','unexpected')), count int NOT NULL CHECK (count > 0), PRIMARY KEY (minute, reason));
-- Somebody signed in for the unit pressed submit: what was answered, under which number.
CREATE TABLE submit_attempts (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations,
  -- Product time; as the browser tells it where the server did not see it.
  at timestamptz NOT NULL,
  told_by text NOT NULL CHECK (told_by IN ('server','browser')),
  kept_at timestamptz NOT NULL,
  answer text NOT NULL CHECK (answer IN ('done','rule','stale','refused','unavailable','storageFull','noAnswer')),
  codes text[] NOT NULL DEFAULT '{}',
  trace text NOT NULL DEFAULT '' CHECK (trace ~ '^[0-9a-f]{0,12}$')
);
CREATE INDEX submit_attempts_of ON submit_attempts (nomination_id, at);
