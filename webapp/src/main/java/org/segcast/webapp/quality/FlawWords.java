/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.quality;

import org.segcast.webapp.warehouse.Flaw;

/**
 * A flaw as people read it.
 *
 * @param effect what it does to segments and scores
 * @param toDo what to do about it in the CRM
 */
record FlawWords(String title, String effect, String toDo) {

    static FlawWords of(Flaw flaw) {
        return switch (flaw) {
            case SAME_EMAIL ->
                new FlawWords(
                        "Contacts with the same e-mail",
                        "Orders of one person are spread over several: each looks less loyal than the person is, and is written to twice.",
                        "Merge them in the CRM.");
            case SAME_PERSON ->
                new FlawWords(
                        "Contacts with the same name and phone",
                        "They may be one person, whose orders are spread over several.",
                        "Look at each and merge those that are one.");
            case IMPOSSIBLE_AGE ->
                new FlawWords(
                        "Ages and birthdays that cannot be",
                        "Below 0, above 115 or not to be read: rules and models by age put them in a wrong place, or take the age for missing.",
                        "Correct or empty the field.");
            case INVALID_EMAIL ->
                new FlawWords(
                        "E-mails without a proper form",
                        "They count as reachable by e-mail, and no mailing will reach them.",
                        "Correct the address.");
            case UNREACHABLE ->
                new FlawWords(
                        "Contacts with neither e-mail nor phone",
                        "They are in segments, and no campaign by mail or phone reaches them.",
                        "Ask for an address with the next order, or archive them.");
            case FUTURE_ORDER ->
                new FlawWords(
                        "Orders dated in the future",
                        "They do not count before their day: until then their customers look as if they had ordered less.",
                        "Correct the date.");
            case ANCIENT_ORDER ->
                new FlawWords(
                        "Orders from before 1990",
                        "They make customers look older than they are; most come from an empty date.",
                        "Correct the date.");
            case NEGATIVE_ORDER ->
                new FlawWords(
                        "Orders below zero that are no refunds",
                        "They count as orders and take money off: frequency too high, money too low.",
                        "Make them credit notes or refunds, or cancel them.");
            case OTHER_CURRENCY ->
                new FlawWords(
                        "Orders in another currency",
                        "Their amounts count at the order's own rate: sums move with rates, not with what people buy.",
                        "Nothing, where the rates are right; look at those of large orders.");
            case NO_LINES ->
                new FlawWords(
                        "Orders without lines",
                        "They count as orders and money, and in no product or category: rules on these overlook them.",
                        "Add the lines, or leave products out of rules.");
        };
    }
}
