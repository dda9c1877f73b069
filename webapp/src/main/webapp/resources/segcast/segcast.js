/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs before the first paint: theme and time zone. Later: theme switch, spoken progress, addresses of lists, focus on errors. */
(function () {
  'use strict';
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');

  function kept() {
    try { return localStorage.getItem('segcast-theme'); } catch (blocked) { return null; }
  }
  function paint() {
    root.dataset.theme = kept() || (dark.matches ? 'dark' : 'light');
  }
  paint();
  dark.addEventListener('change', paint);

  try {
    document.cookie = 'segcast-zone=' + encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)
      + ';path=/segcast;max-age=31536000;samesite=lax';
  } catch (unknown) { /* the server writes times in UTC then */ }

  document.addEventListener('click', function (event) {
    if (!event.target.closest('[data-switch-theme]')) { return; }
    var next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem('segcast-theme', next); } catch (blocked) { /* holds for this page */ }
    root.dataset.theme = next;
  });

  var said = '';
  var saidAt = 0;
  function announce() {
    var source = document.querySelector('[data-say]');
    var region = document.getElementById('announce');
    if (!source || !region || source.dataset.say === said) { return; }
    if (Date.now() - saidAt < 10000) { return; }
    said = source.dataset.say;
    saidAt = Date.now();
    region.textContent = said;
  }

  document.addEventListener('DOMContentLoaded', function () {
    var wrong = document.querySelector('[aria-invalid="true"]');
    document.querySelectorAll('details [aria-invalid="true"]').forEach(function (hidden) { hidden.closest('details').open = true; });
    if (wrong) { wrong.focus(); }
    var first = document.querySelector('[data-say]');
    if (first) { said = first.dataset.say; }
    if (!window.jQuery) { return; }
    jQuery(document)
      .on('pfAjaxComplete', function (event, xhr, settings, args) {
        announce();
        if (args && args.address) { history.replaceState(null, '', args.address); }
      })
      .on('pfAjaxError', function (event, xhr) {
        /* the session is over or the page was replaced: the server knows where to go */
        if (xhr && xhr.status > 0) { location.reload(); }
      });
  });
})();
