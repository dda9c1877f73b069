/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.PurchaseMeasure;

/** A condition or a group as somebody is editing it: texts as they were typed, be they numbers or not. */
public class RuleNode implements Serializable {
    static final String SEGMENT = "segment";
    static final String PURCHASES = "purchases:";
    static final String FEATURE = "feature:";
    static final String FILLED = "filled";
    private static final long serialVersionUID = 1L;

    private final boolean group;
    private final ArrayList<RuleNode> children = new ArrayList<>();
    private boolean any;
    private boolean negated;
    private String subject = PURCHASES + PurchaseMeasure.SPENT.words();
    private String is = Comparison.AT_LEAST.sign();
    private String value = "";
    private String days = "";
    private String category = "";
    private String product = "";

    private RuleNode(boolean group) {
        this.group = group;
    }

    static RuleNode group(boolean any) {
        RuleNode made = new RuleNode(true);
        made.any = any;
        return made;
    }

    static RuleNode condition() {
        return new RuleNode(false);
    }

    /** Its conditions and groups, to be changed by the editor alone. */
    List<RuleNode> children() {
        return children;
    }

    public boolean isGroup() {
        return group;
    }

    public boolean isOfPurchases() {
        return subject.startsWith(PURCHASES);
    }

    public boolean isOfSegment() {
        return subject.equals(SEGMENT);
    }

    /** Whether a number or words are typed beside it. */
    public boolean isWithValue() {
        return !is.equals(FILLED);
    }

    /** {@code all} or {@code any}; for {@code none}, any is negated. */
    public String getMode() {
        return any ? negated ? "none" : "any" : "all";
    }

    public void setMode(String mode) {
        any = !mode.equals("all");
        negated = mode.equals("none");
    }

    public boolean isAny() {
        return any;
    }

    public boolean isNegated() {
        return negated;
    }

    public void setNegated(boolean negated) {
        this.negated = negated;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getIs() {
        return is;
    }

    public void setIs(String is) {
        this.is = is;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value.strip();
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days.strip();
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category.strip();
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product.strip();
    }
}
