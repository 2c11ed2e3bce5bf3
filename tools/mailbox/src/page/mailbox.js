const $ = (id) => document.getElementById(id)
let mails = []
let chosen = null
let view = 'html'
let shown = null

$('to').value = new URLSearchParams(location.search).get('to') ?? ''

async function load() {
  const to = $('to').value.trim()
  try {
    const answer = await fetch(`/api/mails?limit=200${to ? `&to=${encodeURIComponent(to)}` : ''}`)
    mails = (await answer.json()).items
  } catch {
    return // the mailbox is restarting; the next round asks again
  }
  if (!mails.some((mail) => mail.id === chosen)) chosen = mails[0]?.id ?? null
  drawList()
  drawMail()
}

let listed = ''
function drawList() {
  const state = JSON.stringify([chosen, mails.map((mail) => mail.id)])
  if (state === listed) return
  listed = state
  $('empty').hidden = mails.length > 0
  $('mails').replaceChildren(
    ...mails.map((mail) => {
      const item = document.createElement('li')
      const button = document.createElement('button')
      button.type = 'button'
      if (mail.id === chosen) button.setAttribute('aria-current', 'true')
      button.append(line('subject', mail.subject || '(no subject)'), meta(mail))
      button.addEventListener('click', () => {
        chosen = mail.id
        drawList()
        drawMail()
      })
      item.append(button)
      return item
    }),
  )
}

function line(name, text) {
  const element = document.createElement('span')
  element.className = name
  element.textContent = text
  return element
}

function meta(mail) {
  const element = line('meta', '')
  element.append(line('', mail.to), line('', new Date(mail.received_at).toLocaleTimeString()))
  return element
}

function attachment({ filename, size, url }) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = new URL(url).pathname
  link.target = '_blank'
  link.textContent = `${filename} · ${Math.ceil(size / 1024)} KB`
  item.append(link)
  return item
}

function drawMail() {
  const mail = mails.find((candidate) => candidate.id === chosen)
  $('mail').hidden = !mail
  if (!mail || shown === `${mail.id} ${view}`) return
  shown = `${mail.id} ${view}`
  $('subject').textContent = mail.subject || '(no subject)'
  $('from').textContent = mail.from
  $('recipients').textContent = mail.to
  $('received').textContent = new Date(mail.received_at).toLocaleString()
  $('text').textContent = mail.text
  $('attachments').replaceChildren(...mail.attachments.filter((one) => !one.content_id).map(attachment))
  $('html').src = `/mails/${mail.id}.html`
  $('html').hidden = view !== 'html'
  $('text').hidden = view !== 'text'
  $('show-html').setAttribute('aria-pressed', String(view === 'html'))
  $('show-text').setAttribute('aria-pressed', String(view === 'text'))
}

for (const name of ['html', 'text']) {
  $(`show-${name}`).addEventListener('click', () => {
    view = name
    drawMail()
  })
}
$('to').addEventListener('input', () => {
  const to = $('to').value.trim()
  history.replaceState(null, '', to ? `/?to=${encodeURIComponent(to)}` : '/')
  load()
})
$('clear').addEventListener('click', async () => {
  await fetch('/api/mails', { method: 'DELETE', headers: { 'X-Mailbox': 'page' } })
  load()
})
load()
setInterval(load, 1500)
