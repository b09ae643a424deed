// A channel's posts as they are in practice: short and long messages, threads, reactions, files, links, bots.

package main

import (
	"math/rand/v2"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

// startAt is when the first post was written, in milliseconds since 1970.
const startAt = 1_770_000_000_000

var words = strings.Fields("the deploy of release seven is waiting for a review because one test failed again " +
	"on the second node and nobody knows whether we can ship today or Über das Wochenende warten müssen " +
	"@maria could you look at https://example.com/builds/4711 please `kubectl get pods` says ready :tada: **decision**")

var emoji = []string{"+1", "tada", "eyes", "white_check_mark", "heart"}

// postList makes a list that is the same in every run.
func postList(count int) *model.PostList {
	random := rand.New(rand.NewPCG(1, 2))
	users := ids(random, 40)
	channel := id(random)
	list := model.NewPostList()
	thread := ""
	for i := range count {
		post := &model.Post{
			Id: id(random), CreateAt: startAt + int64(i)*61_000, UserId: users[random.IntN(len(users))],
			ChannelId: channel, Message: message(random), Props: model.StringInterface{},
			Hashtags: "", FileIds: model.StringArray{},
		}
		post.UpdateAt = post.CreateAt
		if random.IntN(10) < 4 && thread != "" {
			post.RootId = thread
		} else {
			thread = post.Id
			post.ReplyCount = random.Int64N(9)
			post.LastReplyAt = post.CreateAt + 120_000
		}
		decorate(post, random, users)
		list.AddPost(post)
		list.AddOrder(post.Id)
	}
	return list
}

// decorate gives some posts what some posts have.
func decorate(post *model.Post, random *rand.Rand, users []string) {
	metadata := &model.PostMetadata{}
	switch random.IntN(20) {
	case 0, 1, 2:
		post.HasReactions = true
		for range 1 + random.IntN(4) {
			metadata.Reactions = append(metadata.Reactions, &model.Reaction{
				UserId: users[random.IntN(len(users))], PostId: post.Id, EmojiName: emoji[random.IntN(len(emoji))],
				CreateAt: post.CreateAt + 5_000, UpdateAt: post.CreateAt + 5_000, ChannelId: post.ChannelId,
				RemoteId: model.NewPointer(""),
			})
		}
	case 3:
		file := &model.FileInfo{
			Id: id(random), CreatorId: post.UserId, PostId: post.Id, ChannelId: post.ChannelId,
			CreateAt: post.CreateAt, UpdateAt: post.CreateAt, Name: "screenshot.png", Extension: "png",
			Size: random.Int64N(4_000_000), MimeType: "image/png", Width: 1920, Height: 1080, HasPreviewImage: true,
		}
		post.FileIds = model.StringArray{file.Id}
		metadata.Files = []*model.FileInfo{file}
	case 4:
		post.Props["from_bot"] = "true"
		post.Props["attachments"] = []*model.MessageAttachment{{
			Color: "#36a64f", Title: "Build 4711 passed", TitleLink: "https://example.com/builds/4711",
			Text: message(random), Fields: []*model.MessageAttachmentField{
				{Title: "Branch", Value: "main", Short: true}, {Title: "Minutes", Value: "12", Short: true},
			},
		}}
	case 5:
		post.EditAt = post.CreateAt + 30_000
		post.Props["previewed_post"] = id(random)
		metadata.Embeds = []*model.PostEmbed{{Type: model.PostEmbedLink, URL: "https://example.com/builds/4711"}}
	case 6:
		post.Props["channel_mentions"] = map[string]any{
			"support": map[string]any{"display_name": "Support", "team_name": "engineering"},
		}
	}
	if random.IntN(10) < 7 {
		post.Props["disable_group_highlight"] = true
	}
	post.Metadata = metadata
}

func message(random *rand.Rand) string {
	text := make([]string, 4+random.IntN(1+random.IntN(60)))
	for i := range text {
		text[i] = words[random.IntN(len(words))]
	}
	return strings.Join(text, " ")
}

func ids(random *rand.Rand, count int) []string {
	all := make([]string, count)
	for i := range all {
		all[i] = id(random)
	}
	return all
}

// id has the 26 characters of Mattermost's ids.
func id(random *rand.Rand) string {
	const letters = "ybndrfg8ejkmcpqxot1uwisza345h769"
	text := make([]byte, 26)
	for i := range text {
		text[i] = letters[random.IntN(len(letters))]
	}
	return string(text)
}
