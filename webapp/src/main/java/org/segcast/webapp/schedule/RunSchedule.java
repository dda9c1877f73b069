/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one schedule: a cron text (minutes hours day-of-month month day-of-week), its time zone, and whether it is on. */
@Entity
@Table(name = "run_schedule")
public class RunSchedule {
    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private String cron;
    private String zone;
    private boolean enabled;

    protected RunSchedule() {}

    RunSchedule(String cron, String zone, boolean enabled) {
        this.cron = cron;
        this.zone = zone;
        this.enabled = enabled;
    }

    public String getCron() {
        return cron;
    }

    public String getZone() {
        return zone;
    }

    public boolean isEnabled() {
        return enabled;
    }
}
