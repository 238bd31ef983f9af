create table allocation_run (
    id bigint generated always as identity primary key,
    round_id text not null references allocation_round (id),
    number int not null check (number >= 1),
    state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'INTERRUPTED', 'APPROVED')),
    cancel_requested boolean not null default false,
    settled int not null default 0 check (settled >= 0),
    total int not null check (total >= settled),
    exhausted boolean,
    problem text not null,
    problem_hash text not null check (problem_hash ~ '^[0-9a-f]{64}$'),
    roster text not null,
    policy_id text not null,
    policy_version int not null,
    seed bigint not null,
    solver_version text,
    config_hash text,
    proposal text,
    proposal_hash text check (proposal_hash ~ '^[0-9a-f]{64}$'),
    certificate text,
    proven boolean,
    checked boolean,
    failure text,
    started_by text not null,
    requested_at timestamptz not null,
    finished_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    unique (round_id, number),
    unique (id, state),
    check (state not in ('DONE', 'APPROVED') or (proposal is not null and certificate is not null)),
    check (state <> 'APPROVED' or checked),
    check ((state = 'APPROVED') = (approved_by is not null and approved_at is not null))
);

create unique index one_approved_run_of_a_round on allocation_run (round_id) where state = 'APPROVED';

comment on table allocation_run is 'One run of the allocation: what it was frozen from, how far it came, what it proposed, who approved it';
comment on column allocation_run.id is 'Internal number';
comment on column allocation_run.round_id is 'The round allocated';
comment on column allocation_run.number is 'Which run of the round, from 1';
comment on column allocation_run.state is 'Where the run stands';
comment on column allocation_run.cancel_requested is 'Whether someone asked it to stop';
comment on column allocation_run.settled is 'Doctors whose outcome is settled so far';
comment on column allocation_run.total is 'Doctors in the problem';
comment on column allocation_run.exhausted is 'Whether the search was complete for every doctor';
comment on column allocation_run.problem is 'The frozen problem, canonical JSON, without names';
comment on column allocation_run.problem_hash is 'SHA-256 of the problem';
comment on column allocation_run.roster is 'Who the doctors of the problem are and the facts they were ranked on, canonical JSON';
comment on column allocation_run.policy_id is 'The policy ranked by';
comment on column allocation_run.policy_version is 'Its version';
comment on column allocation_run.seed is 'The seed of the search';
comment on column allocation_run.solver_version is 'The solver that ran';
comment on column allocation_run.config_hash is 'SHA-256 of the solver configuration';
comment on column allocation_run.proposal is 'The outcome proposed, canonical JSON';
comment on column allocation_run.proposal_hash is 'SHA-256 of the proposal';
comment on column allocation_run.certificate is 'The proof that the proposal is best, canonical JSON';
comment on column allocation_run.proven is 'Whether every doctor''s claim is proven';
comment on column allocation_run.checked is 'Whether the independent checker accepted the certificate';
comment on column allocation_run.failure is 'Why it failed, in words for the log';
comment on column allocation_run.started_by is 'Who started it';
comment on column allocation_run.requested_at is 'When it was started';
comment on column allocation_run.finished_at is 'When it ended';
comment on column allocation_run.approved_by is 'The human who approved it';
comment on column allocation_run.approved_at is 'When it was approved';

create table pin (
    id bigint generated always as identity primary key,
    round_id text not null references allocation_round (id),
    hpr int not null check (hpr between 1 and 999999999),
    stays text not null,
    reason text not null check (length(reason) between 10 and 1000),
    made_by text not null,
    made_at timestamptz not null,
    unique (round_id, hpr)
);

comment on table pin is 'What a coordinator has settled by hand for a doctor before a run';
comment on column pin.id is 'Internal number';
comment on column pin.round_id is 'The round';
comment on column pin.hpr is 'HPR number of the doctor';
comment on column pin.stays is 'JSON list of position and half-year; an empty list excludes the doctor';
comment on column pin.reason is 'Why it was settled by hand';
comment on column pin.made_by is 'Who did';
comment on column pin.made_at is 'When';

create table placement (
    id bigint generated always as identity primary key,
    run_id bigint not null,
    run_state text not null default 'APPROVED' check (run_state = 'APPROVED'),
    hpr int not null check (hpr between 1 and 999999999),
    area_code text not null references area (code),
    position_id text not null references earmarked_position (id),
    half_year text not null check (half_year ~ '^[0-9]{4}-[VH]$'),
    seat_number int not null check (seat_number >= 1),
    period daterange not null check (not isempty(period)),
    active boolean not null default true,
    foreign key (run_id, run_state) references allocation_run (id, state),
    constraint a_doctor_is_in_one_place_at_a_time
        exclude using gist (int8range(hpr, hpr, '[]') with &&, period with &&) where (active)
);

create unique index a_seat_has_one_holder on placement (position_id, half_year, seat_number) where active;
create index placement_position on placement (position_id);
create index placement_run on placement (run_id, run_state);
create index placement_area on placement (area_code);

comment on table placement is 'A doctor in a seat for a period, by an approved run';
comment on column placement.id is 'Internal number';
comment on column placement.run_id is 'The run that placed the doctor';
comment on column placement.run_state is 'Always APPROVED: only an approved run can place';
comment on column placement.hpr is 'HPR number of the doctor';
comment on column placement.area_code is 'The municipality or district that sent the doctor';
comment on column placement.position_id is 'The position';
comment on column placement.half_year is 'The half-year';
comment on column placement.seat_number is 'Which of the position''s seats, from 1';
comment on column placement.period is 'First day to last day';
comment on column placement.active is 'Whether it holds; an ended one is kept for history';

create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

comment on table scheduled_tasks is 'The queue of background work, in the form the db-scheduler library defines';
comment on column scheduled_tasks.task_name is 'Kind of work';
comment on column scheduled_tasks.task_instance is 'Which piece of it';
comment on column scheduled_tasks.task_data is 'Not used';
comment on column scheduled_tasks.execution_time is 'When it is due';
comment on column scheduled_tasks.picked is 'Whether a process has taken it';
comment on column scheduled_tasks.picked_by is 'Which process';
comment on column scheduled_tasks.last_success is 'Last time it went well';
comment on column scheduled_tasks.last_failure is 'Last time it failed';
comment on column scheduled_tasks.consecutive_failures is 'Failures in a row';
comment on column scheduled_tasks.last_heartbeat is 'Last sign of life of the process that took it';
comment on column scheduled_tasks.version is 'For optimistic locking';
comment on column scheduled_tasks.priority is 'Order among what is due';
