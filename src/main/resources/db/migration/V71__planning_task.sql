-- The queue of planners' questions, apart from that of runs: neither waits for the other, and each scheduler finds only tasks it knows.

CREATE TABLE planning_task (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX planning_task_execution_time ON planning_task (execution_time);
CREATE INDEX planning_task_last_heartbeat ON planning_task (last_heartbeat);
COMMENT ON TABLE planning_task IS 'The queue of pieces of planners'' questions, in the form the db-scheduler library defines.';
COMMENT ON COLUMN planning_task.task_name IS 'Kind of work.';
COMMENT ON COLUMN planning_task.task_instance IS 'Which question, stage and piece.';
COMMENT ON COLUMN planning_task.task_data IS 'Not used.';
COMMENT ON COLUMN planning_task.execution_time IS 'When it is due.';
COMMENT ON COLUMN planning_task.picked IS 'Whether a process has taken it.';
COMMENT ON COLUMN planning_task.picked_by IS 'Which process.';
COMMENT ON COLUMN planning_task.last_success IS 'Last time it went well.';
COMMENT ON COLUMN planning_task.last_failure IS 'Last time it failed.';
COMMENT ON COLUMN planning_task.consecutive_failures IS 'Failures in a row.';
COMMENT ON COLUMN planning_task.last_heartbeat IS 'Last sign of life of the process that took it.';
COMMENT ON COLUMN planning_task.version IS 'For optimistic locking.';
COMMENT ON COLUMN planning_task.priority IS 'Order among what is due.';
