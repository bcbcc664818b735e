/**
 * What is said in English calls. Each entry is an exchange: `-` our side, `>` theirs.
 * Slots: {name} {company} theirs, {rep} ours, {tool} what they use today, {n} seats, {day} {hour} an appointment.
 */
export const ENGLISH = {
  open: [
    '- Hi {name}, this is {rep} from Northline. Did I catch you at a bad time?\n> I have a minute. What is this about?',
    '- Good morning, {rep} from Northline here. Am I speaking with {name}?\n> Speaking.\n- Great. I will be brief, I promise.',
    '- Hello {name}, {rep} at Northline. I emailed you last week about your phone lines.\n> Right, I think I saw that. Go ahead.',
    '> {company}, hello?\n- Hi, it is {rep} from Northline. Is {name} around?\n> That is me.',
  ],
  inbound: [
    '> Hi, this is {name} from {company}. I had a missed call from this number.\n- Hi {name}, {rep} here, thanks for calling back.',
    '- Northline, {rep} speaking.\n> Hello, {name} at {company}. I have a question about our quote.\n- Of course, let me pull that up.',
    '- Northline, good afternoon.\n> Hi, I am calling about one of our lines, it drops calls since this morning.\n- Sorry about that. Let me have a look right away.',
  ],
  middle: [
    '- How many people at {company} are on the phone during the day?\n> About {n}, and a few more in the busy season.',
    '- What are you using for your phones today?\n> We are on {tool}. It works, mostly.\n- Mostly?\n> Well, the sound drops when everybody is on a call.',
    '> How is this different from {tool}?\n- Every call is logged in your CRM by itself, with a short summary. Nobody types notes.\n> That would save my team a lot of time, to be fair.',
    '- Who decides on the phone system at your place?\n> I do, together with our office manager.\n> But finance has to sign anything over five thousand.',
    '- When does your contract with {tool} end?\n> I would have to check. Some time in the spring, I believe.',
    '> What does it cost?\n- For {n} seats you would be at around twenty-four dollars a seat, everything included.\n> International calls as well?\n- Europe and Canada are included, yes.',
    '> Can we keep our numbers?\n- Yes, we port them for you. It takes about ten days and there is no downtime.\n> Good, because that number is on all our trucks.',
    '- Do you record calls at the moment?\n> No, our lawyer was not comfortable with it.\n- You can switch it on per line, with an announcement in front.',
    '> Does it work on mobile phones?\n- It is an app on iPhone and Android, and your people keep one business number.\n> Our field crew would like that.',
    '- What happens when somebody calls you after hours?\n> It goes to a voicemail that nobody listens to, honestly.\n- We can have the message transcribed and sent to the right person.',
    '> We looked at something like this two years ago and dropped it.\n- What was the reason?\n> The setup was painful. It took them three months.\n- With us it is a morning. I can show you on a screen share.',
    '- Do you know how many of your calls go unanswered?\n> No idea. Too many.\n- Most teams we meet are near thirty percent before they look.',
    '> Does it integrate with HubSpot?\n- Yes, both ways. Contacts, deals and calls stay in sync.\n> And Salesforce? Our parent company is on that.\n- That one too.',
    '> What about reception? We have one person who transfers everything.\n- She would see who is free before she transfers.\n> That alone would make her day.',
    '- How do you train new people on the phone today?\n> They sit next to somebody for two weeks.\n- Recordings with a transcript make that a lot shorter.',
    '> I am worried about call quality, to be honest. Our internet is not great.\n- We can run a line test with you before you decide. It takes five minutes.',
    '- Is there anything you would miss if you left {tool}?\n> The desk phones. Some of our people are attached to them.\n- You can keep them, most models work.',
    '> Who else in our area is using you?\n- Two companies of your size, one in logistics and one dental group. I can put you in touch.\n> A reference would help, yes.',
    '> We are in the middle of moving offices, so timing is tricky.\n- A move is actually a good moment, no new wiring needed.\n> Fair point.',
    '- If you could change one thing about your phones, what would it be?\n> Knowing why customers call. Right now it all sits in people’s heads.',
    '> Do I have to sign for a year?\n- No, monthly is fine. The yearly plan is twenty percent cheaper.\n> Let us start monthly, then.',
    '> What happens to our data?\n- It stays in the region you choose and you can delete it any time.\n> Our security lead will want that in writing.\n- I will send you the document.',
    '- How many sites do you have?\n> Three, and a small warehouse.\n- All on one system?\n> Each on its own, which is part of the problem.',
    '> Does the summary get names right? We have a lot of product codes.\n- You can give it a word list, and it learns from your corrections.',
    '- What would your team say about changing?\n> They complain about {tool} every week, so I think they would be fine.',
    '> Is support included? With {tool} we wait two days for an answer.\n- Included, by phone and chat, same day.',
    '- How do you follow up with people you could not reach?\n> A spreadsheet, and some sticky notes.\n- The dialer would bring them back to the top of the list on its own.',
    '> Can managers listen in?\n- Listen, whisper and join, depending on the rights you give.\n> Okay, that is useful for the new hires.',
    '> We had a bad month, so budgets are frozen until further notice.\n- Understood. Would a pilot with five seats be possible?\n> Maybe, if it stays small.',
    '- May I ask how you track the result of a call?\n> We do not, really. Everyone has their own way.\n- Tags do that: one click, or automatically.',
  ],
  filler: [
    '> Right.',
    '> Okay, I see.',
    '- Absolutely.',
    '> Mm-hm.',
    '- Makes sense.',
    '> Sure.',
    '- Good question.',
    '> Give me a second, I am writing this down.',
  ],
  meeting: [
    '- Would {day} at {hour} work for a demo? Twenty minutes, with your own numbers.\n> {day} at {hour}, yes, I can do that.\n- I will send the invitation now. Anyone else I should add?\n> Add our office manager, please.\n- Done. Talk to you on {day}, {name}.',
    '- Let us do this properly: can I book half an hour with you on {day}?\n> After {hour} I am free.\n- {hour} it is. The invitation is on its way.\n> Got it. See you then.',
  ],
  interested: [
    '> Send me the details and I will discuss it with the team.\n- I will, with prices for {n} seats. Thanks, {name}.\n> Thank you, bye.',
    '> It sounds interesting. Email me something I can forward.\n- You will have it within the hour.\n> Great. Bye now.',
  ],
  notInterested: [
    '> Look, we are happy with {tool}. I do not think this is for us.\n- Fair enough, {name}. Have a good day.\n> You too.',
    '> Not interested, sorry. Please take us off the list.\n- Of course. Sorry for the interruption.',
  ],
  callBack: [
    '> I am just walking into a meeting. Can you call me back on {day}?\n- {day} around {hour}?\n> Perfect.\n- Speak then.',
    '> Now is a bad time. Try me again on {day}.\n- Will do. Thanks, {name}.',
  ],
  later: [
    '> Nothing will happen before next quarter. Follow up with me then.\n- I will put it in my calendar. Thanks for being straight with me.\n> No problem. Bye.',
    '> Get back to me once our contract with {tool} is up for renewal.\n- That is spring, you said. I will. Bye, {name}.',
  ],
  none: [
    '> All right, I have to go. Thanks for the call.\n- Thank you, {name}. Have a good one.',
    '- Thanks for your time, {name}.\n> Sure. Bye.',
  ],
  wrong: [
    '- Hi, is this {name} at {company}?\n> No, you have the wrong number.\n- My mistake, sorry to bother you.\n> No worries.',
  ],
  short: [
    '- Hi, this is {rep} from Northline, is {name} there?\n> No, out of office today.\n- I will try again, thank you.',
    '- Hello, {rep} from Northline.\n> Sorry, can’t talk right now.\n- No problem, I will call another time.',
    '> {company}.\n- Hi, could you put me through to {name}?\n> What is it regarding?\n- Your phone lines.\n> They are in a meeting.',
  ],
  machine: [
    '- Hi {name}, {rep} from Northline. I had a question about how {company} handles its calls. I will try you again on {day}. Bye.',
    '- Hello {name}, {rep} here from Northline. No need to call back, I am sending you a short email. Thanks.',
  ],
  message: [
    '> Hi, this is {name} from {company}. Please call me back about the quote for {n} seats. Thanks.',
    '> Hello, one of our lines has been down since this morning. Could somebody call me back? It is {name}. Thank you.',
    '> It is {name}, I got your voicemail. I am free on {day} after {hour}.',
  ],
  tools: ['PhoneLink', 'Bellwave', 'VoxHub', 'Switchline', 'TelcoOne', 'Dialaria'],
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  summaries: {
    meeting: [
      'Demo booked for {day} at {hour}. {company} has about {n} seats on {tool} and wants calls logged in the CRM by themselves.',
      '{name} agreed to a demo on {day}, {hour}. Main pain: missed calls and no notes. Office manager joins.',
    ],
    interested: [
      '{name} is interested and asked for details by email. {n} seats, currently on {tool}. Finance signs.',
      'Wants prices for {n} seats to discuss with the team. Number porting matters.',
    ],
    notInterested: [
      'Happy with {tool}, not interested at the moment.',
      '{name} declined and asked not to be called again.',
    ],
    callBack: [
      'No time to talk. Call back on {day} around {hour}.',
      'In a meeting; {name} asked for a call back on {day}.',
    ],
    later: [
      'No budget before next quarter; follow up then. On {tool} today.',
      'Contract with {tool} ends in spring. Get back in touch before the renewal.',
    ],
    none: [
      'Short exchange about the phone system at {company}. No next step.',
      'Talked about call volume and {tool}; nothing agreed.',
    ],
    wrong: ['Wrong number.'],
    short: ['Did not reach {name}; try again.', 'Contact could not talk.'],
    machine: ['Left a voicemail for {name}.'],
    message: ['{name} left a message and asks for a call back.', 'Message about a line at {company}; call back.'],
    inbound: [
      '{name} called about the quote for {n} seats; question answered.',
      'Incoming call from {company} about a line that drops calls; restarted, works again.',
    ],
  },
}

/** A language's phrases: the shape of the English ones. */
export type Phrases = typeof ENGLISH
