package no.alisplass.allocation;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A run without its papers, to be read only. */
@Entity
@Immutable
@Table(name = "allocation_run")
class RunHeadEntity extends RunHead {}
