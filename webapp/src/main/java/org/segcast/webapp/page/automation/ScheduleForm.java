/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.schedule.RunSchedule;
import org.segcast.webapp.schedule.Schedules;
import org.segcast.webapp.security.Role;

/** When runs start by themselves. */
@Named("scheduleForm")
@RequestScoped
public class ScheduleForm {
    /** Common schedules by the name that the address uses. */
    private static final Map<String, String> PRESETS =
            Map.of("night", "0 3 * * *", "monday", "0 3 * * MON", "hour", "0 * * * *");

    private static final int STARTS = 3;

    @Inject
    private Schedules schedules;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private String cron = "";
    private String zone = "";
    private boolean enabled;
    private boolean on;

    @PostConstruct
    void look() {
        RunSchedule kept = schedules.current();
        cron = kept.getCron();
        zone = kept.getZone();
        enabled = kept.isEnabled();
        on = enabled;
    }

    /** Fills in a common schedule; nothing is kept before somebody saves. */
    public void setPreset(String name) {
        if (PRESETS.containsKey(name)) {
            cron = PRESETS.get(name);
            enabled = true;
        }
    }

    public String getPreset() {
        return "";
    }

    /** The next starts of what the form holds, in the schedule's own zone; none where it is malformed. */
    public List<String> getStarts() {
        try {
            return schedules.upcoming(cron, zone, STARTS).stream()
                    .map(formats::start)
                    .distinct()
                    .toList();
        } catch (RuntimeException malformed) {
            return List.of();
        }
    }

    public String save() {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        if (schedules.change(cron, zone, enabled) instanceof Schedules.Change.Refused refused) {
            refused.cron().ifPresent(why -> notices.refused("cron", why));
            refused.zone().ifPresent(why -> notices.refused("zone", why));
            return "";
        }
        notices.done(
                enabled ? "Schedule saved. It holds at once." : "Schedule saved. It is off: runs start by hand only.");
        return "/runs?faces-redirect=true";
    }

    /** Whether the schedule that is kept is on, whatever the form says. */
    public boolean isOn() {
        return on;
    }

    public String getCron() {
        return cron;
    }

    public void setCron(String cron) {
        this.cron = cron;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}
