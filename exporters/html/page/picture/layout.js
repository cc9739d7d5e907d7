// Where names stand: springs along lines, all names push each other away, boxes do not overlap. The same names and lines
// give the same places: the beginning is a spiral, and nothing is drawn by lot.

const rounds = 320;

// `boxes`: [{w, h}], `links`: [[a, b]]. Gives [{x, y}] of centres within a frame of `width` by `height`.
export function layOut(boxes, links, width, height) {
  const count = boxes.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const reach = Math.sqrt((width * height) / Math.max(1, count));
  const stretch = width / height;
  for (let i = 0; i < count; i += 1) {
    const radius = reach * 0.5 * Math.sqrt(i + 0.5);
    x[i] = radius * Math.cos(i * 2.39996) * stretch;
    y[i] = radius * Math.sin(i * 2.39996);
  }
  const degree = new Int32Array(count);
  for (const [a, b] of links) {
    degree[a] += 1;
    degree[b] += 1;
  }
  for (let round = 0; round < rounds; round += 1) {
    const heat = 1 - round / rounds;
    const dx = new Float64Array(count);
    const dy = new Float64Array(count);
    for (let i = 0; i < count; i += 1) {
      for (let j = i + 1; j < count; j += 1) {
        let ox = (x[i] - x[j]) / stretch;
        let oy = y[i] - y[j];
        if (ox === 0 && oy === 0) [ox, oy] = [0.1 * (i + 1), 0.1];
        const push = (reach * reach * 0.9) / (ox * ox + oy * oy + 1);
        dx[i] += ox * push;
        dy[i] += oy * push;
        dx[j] -= ox * push;
        dy[j] -= oy * push;
      }
    }
    for (const [a, b] of links) {
      const ox = (x[b] - x[a]) / stretch;
      const oy = y[b] - y[a];
      const far = Math.sqrt(ox * ox + oy * oy) || 1;
      const pull = ((far - reach * 0.95) / far) * (0.7 / Math.sqrt(Math.min(degree[a], degree[b]) || 1));
      dx[a] += ox * pull;
      dy[a] += oy * pull;
      dx[b] -= ox * pull;
      dy[b] -= oy * pull;
    }
    for (let i = 0; i < count; i += 1) {
      dx[i] -= (x[i] / stretch) * 0.06;
      dy[i] -= y[i] * 0.06;
      const far = Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]) || 1;
      const step = Math.min(far * 0.5, reach * 0.5 * heat) / far;
      x[i] += dx[i] * step * stretch;
      y[i] += dy[i] * step;
    }
    if (round > rounds / 2) pushApart(boxes, x, y, 30);
  }
  fit(boxes, x, y, width, height);
  for (let round = 0; round < 200 && pushApart(boxes, x, y, round < 120 ? 26 : 10); round += 1) {
    for (let i = 0; i < count; i += 1) {
      x[i] = Math.min(width - boxes[i].w / 2 - 4, Math.max(boxes[i].w / 2 + 4, x[i]));
      y[i] = Math.min(height - boxes[i].h / 2 - 4, Math.max(boxes[i].h / 2 + 4, y[i]));
    }
  }
  return boxes.map((_, i) => ({ x: Math.round(x[i]), y: Math.round(y[i]) }));
}

// Moves boxes that come nearer than `gap` away from each other, along the shorter way. False if none does.
function pushApart(boxes, x, y, gap) {
  let any = false;
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < boxes.length; j += 1) {
      const ox = (boxes[i].w + boxes[j].w) / 2 + gap - Math.abs(x[i] - x[j]);
      const oy = (boxes[i].h + boxes[j].h) / 2 + gap - Math.abs(y[i] - y[j]);
      if (ox <= 0.5 || oy <= 0.5) continue;
      any = true;
      if (oy <= ox) {
        const way = y[i] < y[j] ? -1 : 1;
        y[i] += (way * oy) / 2;
        y[j] -= (way * oy) / 2;
      } else {
        const way = x[i] < x[j] ? -1 : 1;
        x[i] += (way * ox) / 2;
        x[j] -= (way * ox) / 2;
      }
    }
  }
  return any;
}

// Stretches the whole into the frame.
function fit(boxes, x, y, width, height) {
  const ends = (values, size) => {
    let least = Infinity;
    let most = -Infinity;
    for (let i = 0; i < boxes.length; i += 1) {
      least = Math.min(least, values[i] - boxes[i][size] / 2);
      most = Math.max(most, values[i] + boxes[i][size] / 2);
    }
    return [least, most];
  };
  for (const [values, size, room] of [[x, "w", width], [y, "h", height]]) {
    const [least, most] = ends(values, size);
    const free = room - 16;
    for (let i = 0; i < boxes.length; i += 1) {
      const half = boxes[i][size] / 2;
      const span = most - least - 2 * half;
      const part = span > 0 ? (values[i] - half - least) / span : 0.5;
      values[i] = 8 + half + part * Math.max(0, free - 2 * half);
    }
  }
}
