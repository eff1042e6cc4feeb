BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE athletes (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_athletes PRIMARY KEY (id), 
	CONSTRAINT uq_athletes_folded UNIQUE (folded)
);
INSERT INTO "athletes" VALUES(1,'Ann','ann','2026-11-27T21:49:39+00:00');
CREATE TABLE entries (
	id INTEGER NOT NULL, 
	session_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	exercise TEXT, 
	name TEXT NOT NULL, 
	superset TEXT, 
	notes TEXT NOT NULL, 
	CONSTRAINT pk_entries PRIMARY KEY (id), 
	CONSTRAINT fk_entries_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "entries" VALUES(1,1,0,'back_squat','Squat (Barbell)',NULL,'');
INSERT INTO "entries" VALUES(2,2,0,'push_up','Push-up',NULL,'fast');
INSERT INTO "entries" VALUES(3,3,0,'push_up','Push-up',NULL,'fast');
CREATE TABLE imports (
	id INTEGER NOT NULL, 
	athlete_id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	app TEXT NOT NULL, 
	sessions INTEGER NOT NULL, 
	sets INTEGER NOT NULL, 
	new_sets INTEGER NOT NULL, 
	CONSTRAINT pk_imports PRIMARY KEY (id), 
	CONSTRAINT fk_imports_athlete_id FOREIGN KEY(athlete_id) REFERENCES athletes (id) ON DELETE CASCADE
);
INSERT INTO "imports" VALUES(1,1,'2026-11-27T21:49:39+00:00','hevy',1,1,1);
CREATE TABLE measurements (
	id INTEGER NOT NULL, 
	athlete_id INTEGER NOT NULL, 
	written_at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	at TEXT NOT NULL, 
	value TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	grams INTEGER, 
	superseded_by INTEGER, 
	CONSTRAINT pk_measurements PRIMARY KEY (id), 
	CONSTRAINT fk_measurements_athlete_id FOREIGN KEY(athlete_id) REFERENCES athletes (id) ON DELETE CASCADE, 
	CONSTRAINT fk_measurements_superseded_by FOREIGN KEY(superseded_by) REFERENCES measurements (id) ON DELETE CASCADE
);
INSERT INTO "measurements" VALUES(1,1,'2026-11-27T21:49:40+00:00','bodyweight','2030-01-07','82.4','kg','',82400,NULL);
CREATE TABLE planned_sessions (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	day TEXT NOT NULL, 
	CONSTRAINT pk_planned_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_planned_sessions_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE, 
	CONSTRAINT uq_planned_sessions_plan_id_name UNIQUE (plan_id, name)
);
INSERT INTO "planned_sessions" VALUES(1,1,0,'mon','mon');
CREATE TABLE plans (
	id INTEGER NOT NULL, 
	athlete_id INTEGER NOT NULL, 
	written_at TEXT NOT NULL, 
	current BOOLEAN NOT NULL, 
	catalog_sha256 TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_plans PRIMARY KEY (id), 
	CONSTRAINT fk_plans_athlete_id FOREIGN KEY(athlete_id) REFERENCES athletes (id) ON DELETE CASCADE
);
INSERT INTO "plans" VALUES(1,1,'2026-11-27T21:49:39+00:00',1,'48109aae51ecdca8b265b7b380e4eee53faae4d09b6a5bfe509efefba65c8b52','{"schema":"plan/1","status":"optimal","request":{"goal":"hypertrophy","level":"intermediate","equipment":["none"],"sessions":[{"day":"mon","minutes":20,"id":"mon","equipment":["none"],"focus":null,"warm_up":{"raise_minutes":4,"mobilise_minutes":2}}],"focus":[],"coverage":{},"include":[],"exclude":[],"likes":[],"dislikes":[],"able":[],"complaints":[],"supersets":"allow","warm_up":null,"top_set":false,"split":"none","recent":[],"maxes_kg":{},"pace":"typical","rules":{},"seed":0,"limits":{"seconds":3.0,"work":null,"workers":1}},"catalog":{"name":"coach","version":"1","exercises":624,"sha256":"48109aae51ecdca8b265b7b380e4eee53faae4d09b6a5bfe509efefba65c8b52"},"solver":{"build_s":0.0629,"first_plan_s":0.1195,"seconds":0.3675,"workers":1,"seed":0,"stopped_by":"proof","tiers":[{"name":"coverage","value":0,"bound":0,"proved":true},{"name":"quality","value":5509,"bound":5509,"proved":true},{"name":"tie_break","value":10468,"bound":10468,"proved":true}],"reproducible":true},"sessions":[{"id":"mon","day":"mon","budget_s":1200,"seconds":{"brisk":911,"typical":1110,"generous":1401},"entries":[{"exercise":"jumping_jack","equipment":[],"phase":"raise","sets":1,"reps":null,"hold_s":240,"to_failure":false,"rir":null,"percent_1rm":null,"credit":0.0,"superset":null,"load_kg":null,"ramp":[],"rows":[],"lead_in_s":5,"ramp_s":0,"work_s":240,"rest_s":0,"start_s":0,"seconds":245,"why":"Raises heart rate and warmth before the work.","next_time":""},{"exercise":"hip_switch","equipment":[],"phase":"mobilise","sets":1,"reps":null,"hold_s":120,"to_failure":false,"rir":null,"percent_1rm":null,"credit":0.0,"superset":null,"load_kg":null,"ramp":[],"rows":[],"lead_in_s":15,"ramp_s":0,"work_s":120,"rest_s":0,"start_s":245,"seconds":135,"why":"Takes the joints through their range before the work.","next_time":""},{"exercise":"cossack_squat","equipment":[],"phase":"work","sets":2,"reps":10,"hold_s":null,"to_failure":false,"rir":2.0,"percent_1rm":null,"credit":1.0,"superset":null,"load_kg":null,"ramp":[],"rows":[],"lead_in_s":85,"ramp_s":0,"work_s":80,"rest_s":85,"start_s":380,"seconds":330,"why":"The squat of the day: quads.","next_time":"Add a rep a set up to 15, then slow it down."},{"exercise":"push_up","equipment":[],"phase":"work","sets":2,"reps":10,"hold_s":null,"to_failure":false,"rir":2.0,"percent_1rm":null,"credit":1.0,"superset":"A","load_kg":null,"ramp":[],"rows":[],"lead_in_s":120,"ramp_s":0,"work_s":25,"rest_s":120,"start_s":710,"seconds":400,"why":"The push-up of the day: chest. In a superset with floor lat slide, which saves rest.","next_time":"Add a rep a set up to 15, then go on to diamond push-up."},{"exercise":"floor_lat_slide","equipment":[],"phase":"work","sets":2,"reps":10,"hold_s":null,"to_failure":false,"rir":2.0,"percent_1rm":null,"credit":0.5,"superset":"A","load_kg":null,"ramp":[],"rows":[],"lead_in_s":120,"ramp_s":0,"work_s":40,"rest_s":120,"start_s":710,"seconds":0,"why":"The pull of the day: lats.","next_time":"Add a rep a set up to 15, then slow it down."}],"advice":[]}],"coverage":[{"muscle":"abs","sets":0.0,"min":0.0,"target":0.0,"max":5.0,"weight":1},{"muscle":"biceps","sets":0.5,"min":0.0,"target":0.5,"max":8.0,"weight":1}],"quality_parts":{"targets":422,"time":4331,"rules":0,"choice":568,"dose":0,"shape":48,"week":0,"supersets":140,"stations":0,"wishes":0},"ledger":[{"rule":"time_budget","severity":"must","status":"kept","where":"mon","asked":1200.0,"reached":1110.0,"slack":90.0,"penalty":0,"says":"18:30 of 20 minutes, 1:30 under"},{"rule":"equipment","severity":"must","status":"kept","where":"mon","asked":0.0,"reached":0.0,"slack":0.0,"penalty":0,"says":"everything needed is there"}],"notes":[],"done":[]}');
CREATE TABLE sessions (
	id INTEGER NOT NULL, 
	athlete_id INTEGER NOT NULL, 
	written_at TEXT NOT NULL, 
	source TEXT NOT NULL, 
	app TEXT, 
	day TEXT, 
	start TEXT, 
	"end" TEXT, 
	title TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	planned_id INTEGER, 
	import_key TEXT, 
	current BOOLEAN NOT NULL, 
	superseded_by INTEGER, 
	removed_at TEXT, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_sessions_athlete_id FOREIGN KEY(athlete_id) REFERENCES athletes (id) ON DELETE CASCADE, 
	CONSTRAINT fk_sessions_planned_id FOREIGN KEY(planned_id) REFERENCES planned_sessions (id) ON DELETE CASCADE, 
	CONSTRAINT fk_sessions_superseded_by FOREIGN KEY(superseded_by) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "sessions" VALUES(1,1,'2026-11-27T21:49:39+00:00','import','hevy','2030-01-06','2030-01-06T18:00:00','2030-01-06T19:00:00','Legs','',NULL,'fde98ca5ae93c901e1fe86cb9fa51437',1,NULL,NULL);
INSERT INTO "sessions" VALUES(2,1,'2026-11-27T21:49:39+00:00','plan',NULL,'2030-01-07','2030-01-07',NULL,'','',1,NULL,0,3,NULL);
INSERT INTO "sessions" VALUES(3,1,'2026-11-27T21:49:40+00:00','hand',NULL,'2030-01-07','2030-01-07T18:00:00',NULL,'','',1,NULL,1,NULL,NULL);
CREATE TABLE sets (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	reps INTEGER, 
	load_value TEXT, 
	load_unit TEXT, 
	load_g INTEGER, 
	hold_s INTEGER, 
	distance_m DOUBLE, 
	rpe DOUBLE, 
	rir DOUBLE, 
	row_hash TEXT, 
	CONSTRAINT pk_sets PRIMARY KEY (id), 
	CONSTRAINT fk_sets_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "sets" VALUES(1,1,0,'work',5,'225','lb',102058,NULL,NULL,8.0,2.0,'9ea022825b10e2751a010378487561c0');
INSERT INTO "sets" VALUES(2,2,0,'work',10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0b907aa8b637ece28a3fe7136af1fb72');
INSERT INTO "sets" VALUES(3,2,1,'work',8,NULL,NULL,NULL,NULL,NULL,8.5,1.5,'1a16b3c0836330ea52ce3394a8cb5dbf');
INSERT INTO "sets" VALUES(4,3,0,'work',10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0b907aa8b637ece28a3fe7136af1fb72');
INSERT INTO "sets" VALUES(5,3,1,'work',8,NULL,NULL,NULL,NULL,NULL,8.5,1.5,'1a16b3c0836330ea52ce3394a8cb5dbf');
CREATE INDEX ix_imports_athlete_id ON imports (athlete_id);
CREATE INDEX ix_measurements_athlete_id_kind_at ON measurements (athlete_id, kind, at);
CREATE INDEX ix_measurements_superseded_by ON measurements (superseded_by);
CREATE INDEX ix_plans_athlete_id ON plans (athlete_id);
CREATE INDEX ix_sessions_athlete_id_day ON sessions (athlete_id, day);
CREATE INDEX ix_sessions_planned_id ON sessions (planned_id);
CREATE INDEX ix_sessions_superseded_by ON sessions (superseded_by);
CREATE UNIQUE INDEX uq_sessions_import_key ON sessions (athlete_id, import_key) WHERE current;
CREATE INDEX ix_entries_session_id ON entries (session_id);
CREATE INDEX ix_sets_entry_id ON sets (entry_id);
COMMIT;
