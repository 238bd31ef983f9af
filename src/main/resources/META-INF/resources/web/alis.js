// What htmx and HTML cannot do: the CSRF token for htmx, typed text that is not lost by a session or a link, dialogs, charts.
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
    field.name && !['_csrf', '_en'].includes(field.name) && !['password', 'file', 'submit', 'button'].includes(field.type)
    && (field.type !== 'hidden' || 'keepValue' in field.dataset));

  // What is typed and not sent yet: leaving it by a link is asked about first.
  const changed = new Set();
  let leaving = false;

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
    // A field that saves itself is saved now; htmx takes the forms in hand when the page is read.
    restored.filter(form => form.hasAttribute('hx-post')).forEach(form =>
      document.addEventListener('DOMContentLoaded', () => setTimeout(() => form.requestSubmit())));
    const typed = restored.filter(form => !form.hasAttribute('hx-post'));
    typed.forEach(form => changed.add(form));
    if (typed.length > 0) {
      const told = document.createElement('p');
      told.className = 'notice restored';
      told.setAttribute('role', 'status');
      told.textContent = document.body.dataset.restored;
      typed[0].before(told);
      typed.forEach(keep);
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
      changed.add(form);
    }
  }));
  document.addEventListener('htmx:afterRequest', event => {
    // A part that saved itself is done with; a login forced upon the reader keeps what was typed, and asks nothing.
    if (event.detail.elt.matches?.('form[data-keep]') && event.detail.successful) {
      changed.delete(event.detail.elt);
      sessionStorage.removeItem(keyOf(event.detail.elt));
    }
  });
  document.addEventListener('htmx:beforeOnLoad', event => {
    leaving = leaving || event.detail.xhr.getResponseHeader('HX-Redirect') !== null;
  });

  // --- Leaving a page with something typed on it.
  const unsent = but => [...changed].some(form => form.isConnected && form !== but);
  const ask = leave => {
    const { leaveQ, leaveHelp, leaveYes, leaveNo } = document.body.dataset;
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog';
    dialog.setAttribute('aria-labelledby', 'forlat-tittel');
    const add = (place, kind, text, look) => {
      const made = document.createElement(kind);
      made.textContent = text;
      made.className = look;
      place.append(made);
      return made;
    };
    add(dialog, 'h2', leaveQ, '').id = 'forlat-tittel';
    add(dialog, 'p', leaveHelp, '');
    const buttons = add(dialog, 'div', '', 'buttons');
    add(buttons, 'button', leaveNo, 'btn btn-primary').addEventListener('click', () => dialog.close());
    add(buttons, 'button', leaveYes, 'btn btn-outline-primary').addEventListener('click', () => {
      leaving = true;
      leave();
    });
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    // Where to go with what cannot be saved here.
    leaving = leaving || Boolean(link?.hasAttribute('data-instead'));
    const stays = !link || link.target || link.hasAttribute('download') || link.getAttribute('href').startsWith('#')
      || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!stays && !event.defaultPrevented && !leaving && unsent(null)) {
      event.preventDefault();
      const leave = () => { location.href = link.href; };
      if (!savedFirst(leave)) {
        ask(leave);
      }
    }
  });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute('hx-post') || waitsToBeSaved(form, event)) {
      return;
    }
    if (!leaving && unsent(form)) {
      event.preventDefault();
      ask(() => form.requestSubmit(event.submitter));
      return;
    }
    leaving = true;
  });
  window.addEventListener('beforeunload', event => {
    if (!leaving && unsent(null)) {
      event.preventDefault();
    }
  });
  window.addEventListener('pageshow', () => { leaving = false; });

  // --- A form that saves itself: some seconds after the last change, before it is left by a link, and when the net is back.
  const SOON = 2000;
  const AGAIN = 10000;
  const saving = new Map();
  const savedFirst = leave => {
    const own = [...changed].filter(form => form.isConnected);
    if (own.length !== 1 || !saving.has(own[0])) {
      return false;
    }
    saving.get(own[0]).save(leave);
    return true;
  };
  // What saves itself just now would make the form older than what is saved.
  const waitsToBeSaved = (form, event) => {
    const own = saving.get(form);
    if (!own) {
      return false;
    }
    own.stop();
    if (!own.busy) {
      return false;
    }
    event.preventDefault();
    own.after = () => form.requestSubmit(event.submitter);
    own.after.sends = true;
    return true;
  };
  document.querySelectorAll('[data-saves]').forEach(place => {
    const form = place.closest('form');
    const own = { busy: false, after: null, timer: null };
    let typed = 0;
    let sent = 0;
    // What was found wrong with it came back unsaved.
    if (document.querySelector('.error-summary')) {
      changed.add(form);
    }
    own.stop = () => clearTimeout(own.timer);
    const wait = time => {
      own.stop();
      own.timer = setTimeout(own.save, time);
    };
    own.save = leave => {
      own.stop();
      own.after = leave ?? own.after;
      if (!own.busy) {
        own.busy = true;
        sent = typed;
        place.textContent = place.dataset.saves;
        window.htmx.trigger(place, 'lagre');
      }
    };
    const touched = () => {
      typed += 1;
      changed.add(form);
      wait(SOON);
    };
    ['input', 'change'].forEach(kind => form.addEventListener(kind, touched));
    // What is not about the form, such as a fault of the service, is not shown in its place.
    place.addEventListener('htmx:beforeSwap', event => {
      if (![200, 422].includes(event.detail.xhr.status)) {
        event.detail.shouldSwap = false;
      }
    });
    place.addEventListener('htmx:afterRequest', event => {
      const { status } = event.detail.xhr;
      // Sent to the log-in page: what was typed is kept, and given back.
      if (leaving) {
        return;
      }
      const saved = status === 200;
      const after = own.after;
      own.busy = false;
      own.after = null;
      if (saved && typed === sent) {
        changed.delete(form);
        sessionStorage.removeItem(keyOf(form));
      } else if (saved) {
        wait(SOON);
      } else if (status !== 422) {
        place.textContent = place.dataset.lost;
        wait(AGAIN);
      }
      if (after && (saved || after.sends)) {
        after();
      } else if (after) {
        ask(after);
      }
    });
    window.addEventListener('online', () => changed.has(form) && wait(0));
    // A row more or less is no typing.
    document.addEventListener('htmx:afterRequest', event => {
      if (event.detail.elt?.name === 'row') {
        touched();
      }
    });
    saving.set(form, own);
  });

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
      ?.firstChild?.textContent.trim().replace(/[?:]$/, '');
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

  // --- Fields that only some roles need.
  const roles = () => document.querySelectorAll('[data-with-role]').forEach(place => {
    place.hidden = !place.dataset.withRole.split(' ')
      .some(role => document.querySelector(`[name="roles"][value="${role}"]`).checked);
  });
  if (document.querySelector('[data-with-role]')) {
    roles();
    document.addEventListener('change', event => event.target.name === 'roles' && roles());
  }

  // --- Name and deadline of a planned round follow its half-year, until someone writes others.
  document.querySelectorAll('[data-suggestions]').forEach(place => {
    const all = JSON.parse(place.dataset.suggestions);
    const field = name => place.querySelector(`[name="${name}"]`);
    const suggested = () => {
      const half = all[field('halfYears').value];
      const count = Number(place.querySelector('[name="count"]:checked')?.value ?? 1);
      return half && { title: half.titles[count - 1], deadline: half.deadline };
    };
    let last = suggested();
    place.addEventListener('change', event => {
      const now = suggested();
      if (['halfYears', 'count'].includes(event.target.name) && now && last) {
        ['title', 'deadline'].filter(name => field(name).value === last[name])
          .forEach(name => { field(name).value = now[name]; });
      }
      last = now ?? last;
    });
  });

  // --- The user name is typed once, in small letters however a telephone wrote it.
  const login = document.querySelector('form.login');
  if (login) {
    const name = login.querySelector('[name="j_username"]');
    if (document.querySelector('[data-failed]')) {
      name.value = sessionStorage.getItem(PREFIX + 'navn') ?? '';
    }
    login.addEventListener('submit', () => {
      name.value = name.value.trim().toLowerCase();
      sessionStorage.setItem(PREFIX + 'navn', name.value);
    });
  }

  // --- The key of a doctor's link stands where browsers send it to nobody. Out of the address with it, so that no history has it;
  // another language is another page, which must have it too.
  const lookKey = document.querySelector('[data-look-key]');
  const takeKey = () => {
    const key = location.hash.slice(1);
    if (!lookKey || !/^[\w-]{43}$/.test(key)) {
      return;
    }
    lookKey.querySelector('input').value = key;
    lookKey.hidden = true;
    document.querySelector('[data-look-found]').hidden = false;
    document.querySelectorAll('.languages a').forEach(link => { link.hash = key; });
    history.replaceState(null, '', location.pathname);
  };
  takeKey();
  window.addEventListener('hashchange', takeKey);
  // It opens once: a second click would throw away the answer to the first, and what the device is given in it.
  let opening = false;
  lookKey?.closest('form').addEventListener('submit', event => {
    if (opening) {
      event.preventDefault();
    }
    opening = true;
  });
  window.addEventListener('pageshow', () => { opening = false; });
  document.addEventListener('focusin', event => event.target.matches('[data-select]') && event.target.select());

  // --- Numbers that step where they stand: by their buttons and by the arrow keys. Without scripts the buttons ask the server.
  const stepBy = (field, by) => {
    const typed = Number.parseInt(field.value, 10);
    const wanted = (Number.isNaN(typed) ? Number(field.dataset.now) : typed) + by;
    field.value = Math.min(Math.max(wanted, 0), Number(field.dataset.most));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const told = document.querySelector('[data-stepped]');
    told.textContent = `${document.querySelector(`label[for="${field.id}"]`).textContent}: ${field.value}`;
  };
  document.addEventListener('click', event => {
    const step = event.target.closest('[data-by]');
    if (step) {
      event.preventDefault();
      stepBy(step.closest('[data-stepper]').querySelector('input'), Number(step.dataset.by));
    }
  });
  document.addEventListener('keydown', event => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by && event.target.matches('[data-stepper] input')) {
      event.preventDefault();
      stepBy(event.target, by);
    }
  });
  document.addEventListener('input', event => {
    const field = event.target;
    if (field.matches('[data-stepper] input')) {
      const other = field.value.trim() !== field.dataset.now;
      field.classList.toggle('seat-changed', other);
      field.closest('td').querySelector('[data-was]').hidden = !other;
    }
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
      const { title, category, categories, series, stacked, horizontal, look } = JSON.parse(place.dataset.chart);
      const line = look === 'LINE';
      // Every category is named where there is room; else the chart leaves some out.
      const roomy = horizontal || place.clientWidth / categories.length > 130;
      const across = {
        type: 'category', data: categories, axisTick: { show: false }, axisLabel: roomy ? { interval: 0, width: Math.round(place.clientWidth * (horizontal ? 0.4 : 0.9 / categories.length)), overflow: 'break', lineHeight: 16 } : {},
        ...(line ? { name: category, nameLocation: 'middle', nameGap: 32 } : {}),
      };
      // What hardly differs would lie flat along the top, were the axis drawn from nothing.
      const along = { type: 'value', minInterval: 1, scale: line };
      const chart = window.echarts.init(place, null, { renderer: 'canvas' });
      chart.setOption({
        color: COLOURS,
        animation: false,
        aria: { enabled: true, decal: series.length > 1 ? decals : undefined, label: { description: title } },
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14, color: '#1b2733' },
        grid: { left: 8, right: 16, top: look === 'BARS' ? 16 : 32, bottom: line ? 40 : series.length > 1 ? 64 : 8, containLabel: true },
        legend: series.length > 1 ? { bottom: 0, type: 'scroll', textStyle: { fontSize: 14 } } : undefined,
        xAxis: horizontal ? along : across,
        yAxis: horizontal ? { ...across, inverse: true } : along,
        series: series.map(each => ({
          type: line ? 'line' : 'bar', name: each.name, data: each.values, stack: stacked ? 'all' : undefined, barMaxWidth: 48,
          ...(line ? { symbol: 'circle', symbolSize: 10, lineStyle: { width: 3 } } : {}),
          ...(look === 'BARS' ? {} : { label: { show: true, position: horizontal ? 'right' : 'top', fontSize: 14, color: '#1b2733' } }),
        })),
      });
      place.setAttribute('role', 'img');
      new ResizeObserver(() => chart.resize()).observe(place);
    });
  }
  draw(document);
})();
