package account

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// What the snippet leaves open: what its db is, and what a row looks like. An entity is an interface, as many an ORM has it.
type entity interface{}

type originalDB interface {
	FindUserByID(id string) (entity, error)
}

// original is the handler under review, word for word.
func original(r *gin.Engine, db originalDB) {
	r.GET("/user/:id", func(c *gin.Context) {
		id := c.Param("id")
		user, err := db.FindUserByID(id)
		if err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": "Internal server error"})
			return
		}
		if user == nil {
			c.JSON(http.StatusNotFound, gin.H{"error": "User not found"})
			return
		}
		c.JSON(http.StatusOK, user)
	})
}
