// What htmx and HTML cannot do: the CSRF token for htmx, typed text that outlives a session, dialogs, charts.
(() => {
  'use strict';

  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

  document.addEventListener('htmx:configRequest', event => {
    event.detail.headers['X-Csrf-Token'] = meta('csrf');
  });

  // --- Typed text: kept in this tab while it is typed, given back after a login that was forced upon the reader.
  const PREFIX = 'alis:';
  const EXPIRED = PREFIX + 'expired';
  const user = document.body.dataset.user;
  const keyOf = form => `${PREFIX}form:${location.pathname}#${form.id || form.getAttribute('action')}`;
  const kept = form => [...form.elements].filter(field =>
    field.name && field.name !== '_csrf' && !['password', 'file', 'submit', 'button'].includes(field.type)
    && (field.type !== 'hidden' || 'keepValue' in field.dataset));

  const forget = () => Object.keys(sessionStorage)
    .filter(key => key.startsWith(PREFIX)).forEach(key => sessionStorage.removeItem(key));

  const keep = form => sessionStorage.setItem(keyOf(form), JSON.stringify({
    user,
    fields: kept(form).map(field => ({
      name: field.name,
      option: ['checkbox', 'radio'].includes(field.type) ? field.value : null,
      checked: field.checked ?? false,
      values: field.multiple ? [...field.selectedOptions].map(each => each.value) : [field.value],
    })),
  }));

  const giveBack = form => {
    const saved = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? 'null');
    sessionStorage.removeItem(keyOf(form));
    if (!saved || saved.user !== user) {
      return false;
    }
    const left = kept(form);
    for (const each of saved.fields) {
      const at = left.findIndex(field => field.name === each.name
        && (each.option === null || field.value === each.option));
      if (at < 0) {
        continue;
      }
      const [field] = left.splice(at, 1);
      if (each.option !== null) {
        field.checked = each.checked;
      } else if (field.multiple) {
        [...field.options].forEach(option => { option.selected = each.values.includes(option.value); });
      } else {
        [field.value] = each.values;
      }
    }
    // Rows that were added to the form are not on a page loaded anew: the server makes them again of what was typed.
    form.querySelectorAll('[data-regrow]').forEach(place => {
      const values = {};
      saved.fields.filter(each => each.option === null || each.checked)
        .forEach(each => { values[each.name] = [...(values[each.name] ?? []), ...(each.option === null ? each.values : [each.option])]; });
      window.htmx.ajax('POST', place.dataset.regrow, { target: place, swap: 'outerHTML', values });
    });
    return true;
  };

  const restore = () => {
    const forms = [...document.querySelectorAll('form[data-keep]')];
    const forced = sessionStorage.getItem(EXPIRED) !== null;
    // Every page is loaded before its text is typed: what is left from an earlier load was sent, unless a login came between.
    const restored = forms.filter(form => {
      if (forced) {
        return giveBack(form);
      }
      sessionStorage.removeItem(keyOf(form));
      return false;
    });
    if (restored.length > 0) {
      const told = document.createElement('p');
      told.className = 'notice restored';
      told.setAttribute('role', 'status');
      told.textContent = document.body.dataset.restored;
      restored[0].before(told);
      restored.forEach(keep);
    }
    if (forms.length > 0) {
      sessionStorage.removeItem(EXPIRED);
    }
  };

  if (document.querySelector('[data-forget]')) {
    forget();
  } else if (document.querySelector('[data-expired]')) {
    sessionStorage.setItem(EXPIRED, 'yes');
  } else if (user) {
    restore();
  }
  ['input', 'change'].forEach(kind => document.addEventListener(kind, event => {
    const form = event.target.form;
    if (form?.hasAttribute('data-keep')) {
      keep(form);
    }
  }));

  // --- Dialogs, and where the reader's attention goes.
  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-dialog]');
    if (opener) {
      document.getElementById(opener.dataset.dialog).showModal();
    }
    event.target.closest('[data-close]')?.closest('dialog').close();
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });
  // Paper cannot be unfolded.
  window.addEventListener('beforeprint', () =>
    document.querySelectorAll('details.reasons').forEach(folded => folded.setAttribute('open', '')));
  // In the summary a fault stands away from its field, and needs its name.
  const nameFaults = root => root.querySelectorAll('.error-summary a[href^="#"]').forEach(link => {
    const name = document.querySelector(`label[for="${link.hash.slice(1)}"], ${link.hash} legend`)
      ?.firstChild?.textContent.trim();
    if (name && !link.textContent.includes(name)) {
      link.textContent = `${name}: ${link.textContent}`;
    }
  });

  const attend = root => {
    nameFaults(root);
    root.querySelector('[data-focus]')?.focus();
  };
  attend(document);
  document.querySelectorAll('dialog[data-open]').forEach(dialog => dialog.showModal());
  document.addEventListener('htmx:afterSwap', event => {
    attend(event.target);
    draw(event.target);
  });

  // --- Files may be dropped on their field.
  document.addEventListener('dragover', event => {
    const place = event.target.closest?.('[data-drop]');
    if (place) {
      event.preventDefault();
      place.classList.add('dragging');
    }
  });
  document.addEventListener('dragleave', event => event.target.closest?.('[data-drop]')?.classList.remove('dragging'));
  document.addEventListener('drop', event => {
    const place = event.target.closest?.('[data-drop]');
    if (place) {
      event.preventDefault();
      place.classList.remove('dragging');
      const input = place.querySelector('input[type="file"]');
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });

  // --- Charts. Their numbers stand in a table beside them too.
  const COLOURS = ['#14375f', '#2f7f86', '#c06c1f', '#6c4a99', '#4d7d2c', '#a3305c', '#6b7a8a', '#1f78c1'];
  const decals = { show: true };
  function draw(root) {
    if (!window.echarts) {
      return;
    }
    root.querySelectorAll('[data-chart]').forEach(place => {
      const { title, categories, series, stacked, horizontal } = JSON.parse(place.dataset.chart);
      // Every category is named where there is room; else the chart leaves some out.
      const roomy = horizontal || place.clientWidth / categories.length > 130;
      const across = { type: 'category', data: categories, axisTick: { show: false }, axisLabel: roomy ? { interval: 0 } : {} };
      const along = { type: 'value', minInterval: 1 };
      const chart = window.echarts.init(place, null, { renderer: 'canvas' });
      chart.setOption({
        color: COLOURS,
        animation: false,
        aria: { enabled: true, decal: series.length > 1 ? decals : undefined, label: { description: title } },
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14, color: '#1b2733' },
        grid: { left: 8, right: 16, top: 16, bottom: series.length > 1 ? 64 : 8, containLabel: true },
        legend: series.length > 1 ? { bottom: 0, type: 'scroll', textStyle: { fontSize: 14 } } : undefined,
        xAxis: horizontal ? along : across,
        yAxis: horizontal ? { ...across, inverse: true } : along,
        series: series.map(each => ({
          type: 'bar', name: each.name, data: each.values, stack: stacked ? 'all' : undefined, barMaxWidth: 48,
        })),
      });
      place.setAttribute('role', 'img');
      new ResizeObserver(() => chart.resize()).observe(place);
    });
  }
  draw(document);
})();
